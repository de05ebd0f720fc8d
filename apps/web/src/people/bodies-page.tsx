import { findTerm, UNIT_TYPES } from "@mingzhang/core";
import { BODY_KINDS, type Body, type CallOutput } from "@mingzhang/server/api";
import { Alert, Button, Form, Input, Modal, Select, Switch, Table, Upload } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";

/** The tree of bodies. */
export function BodiesPage() {
  const text = useText();
  const { say, of, language } = text;
  const { bodies, bodyName, reloadBodies, may } = useSession();
  const [adding, setAdding] = useState(false);
  const [imported, setImported] = useState<CallOutput<"importBodies">>();
  const [error, setError] = useState<unknown>();
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setError(undefined);
    try {
      await work();
      reloadBodies();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    }
  };
  const importFile = (file: File) =>
    attempt(async () => {
      const form = new FormData();
      form.append("file", file, file.name);
      setImported(await call("importBodies", { files: form }));
    });
  return (
    <div className="page">
      <div className="bar">
        <h1>{say("bodies.title")}</h1>
        <Button type="primary" onClick={() => setAdding(true)}>
          {say("bodies.add")}
        </Button>
        <Upload
          showUploadList={false}
          accept=".csv"
          beforeUpload={(file) => {
            void importFile(file);
            return false;
          }}
        >
          <Button>{say("bodies.import")}</Button>
        </Upload>
        {imported !== undefined && (
          <span role="status">{say("bodies.imported", { added: imported.added })}</span>
        )}
      </div>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
      {imported?.findings.map((finding) => (
        <p key={finding.message.zh} className={finding.level}>
          {of(finding.message)}
        </p>
      ))}
      <Wide label={say("bodies.title")}>
        <Table
          rowKey="id"
          dataSource={[...bodies]}
          pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: say("bodies.code"), dataIndex: "code" },
            { title: say("bodies.name"), dataIndex: "name" },
            { title: say("bodies.short-name"), dataIndex: "shortName" },
            { title: say("bodies.kind"), render: (_, { kind }) => say(`body-kind.${kind}`) },
            {
              title: say("bodies.parent"),
              render: (_, { parentId }) => (parentId === null ? "" : bodyName(parentId)),
            },
            {
              title: say("bodies.unit-type"),
              render: (_, { unitType }) => findTerm(UNIT_TYPES, unitType)?.[language] ?? unitType,
            },
            {
              title: say("bodies.active"),
              render: (_, { id, name, active }) => (
                <Switch
                  aria-label={`${say("bodies.active")}: ${name}`}
                  checked={active}
                  disabled={!may("manage-bodies", id)}
                  onChange={(next) =>
                    attempt(() => call("changeBody", { params: { body: id }, body: { active: next } }))
                  }
                />
              ),
            },
          ]}
        />
      </Wide>
      {adding && (
        <BodyDialog
          onClose={() => setAdding(false)}
          onSave={async (fields) => {
            const body = { ...fields, unitType: fields.unitType ?? "", parentId: fields.parentId ?? null };
            if (await attempt(() => call("addBody", { body }))) setAdding(false);
          }}
        />
      )}
    </div>
  );
}

type Fields = Pick<Body, "kind" | "name" | "shortName" | "code"> & {
  readonly parentId?: string;
  readonly unitType?: string;
};

interface DialogProps {
  readonly onSave: (fields: Fields) => void;
  readonly onClose: () => void;
}

function BodyDialog({ onSave, onClose }: DialogProps) {
  const { say, of } = useText();
  const { bodies } = useSession();
  const [form] = Form.useForm<Fields>();
  const fields = [
    ["name", "bodies.name", true],
    ["shortName", "bodies.short-name", true],
    ["code", "bodies.code", false],
  ] as const;
  return (
    <Modal
      open
      title={say("bodies.add")}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: "unit", code: "" }}
        onFinish={onSave}
      >
        <Form.Item name="kind" label={say("bodies.kind")} rules={[{ required: true }]}>
          <Select
            options={BODY_KINDS.filter((kind) => kind !== "bureau").map((kind) => ({
              value: kind,
              label: say(`body-kind.${kind}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="parentId" label={say("bodies.parent")} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={bodies
              .filter(({ kind }) => kind !== "unit")
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {fields.map(([name, label, required]) => (
          <Form.Item key={name} name={name} label={say(label)} rules={[{ required }]}>
            <Input autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="unitType" label={say("bodies.unit-type")}>
          <Select allowClear options={UNIT_TYPES.map((type) => ({ value: type.id, label: of(type) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
