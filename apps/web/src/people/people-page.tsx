import { type Person, ROLE_TEXTS, ROLES, type Role } from "@mingzhang/server/api";
import { Alert, Button, Form, Input, Modal, Popconfirm, Select, Switch, Table } from "antd";
import { useState } from "react";
import { problemText, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { SecurityLogButton } from "./security-log.tsx";

interface OneTime {
  readonly account: string;
  readonly password: string;
}

/** People and their roles within an administrator's reach. */
export function PeoplePage() {
  const text = useText();
  const { say } = text;
  const asked = useAsked(async () => (await call("people", {})).people, []);
  const [adding, setAdding] = useState(false);
  const [giving, setGiving] = useState<Person>();
  const [oneTime, setOneTime] = useState<OneTime>();
  const [error, setError] = useState<unknown>();
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setError(undefined);
    try {
      await work();
      asked.reload();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    }
  };
  const issued = ({
    person,
    oneTimePassword,
  }: {
    readonly person: Person;
    readonly oneTimePassword: string;
  }) => setOneTime({ account: person.account, password: oneTimePassword });
  return (
    <div className="page">
      <div className="bar">
        <h1>{say("people.title")}</h1>
        <SecurityLogButton />
        <Button type="primary" onClick={() => setAdding(true)}>
          {say("people.add")}
        </Button>
      </div>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
      <WhenAsked asked={asked}>
        {(people) => (
          <PeopleTable
            people={people}
            attempt={attempt}
            onGive={setGiving}
            onReset={({ id }) =>
              attempt(async () => issued(await call("resetPassword", { params: { person: id } })))
            }
          />
        )}
      </WhenAsked>
      {adding && (
        <PersonDialog
          title={say("people.add")}
          named
          onClose={() => setAdding(false)}
          onSave={async ({ account, name, bodyId, role }) => {
            const body = { account, name, memberships: [{ bodyId, role }] };
            if (await attempt(async () => issued(await call("addPerson", { body })))) setAdding(false);
          }}
        />
      )}
      {giving !== undefined && (
        <PersonDialog
          title={`${say("people.give")}: ${giving.name}`}
          named={false}
          onClose={() => setGiving(undefined)}
          onSave={async ({ bodyId, role }) => {
            const params = { person: giving.id };
            if (await attempt(() => call("addMembership", { params, body: { bodyId, role } })))
              setGiving(undefined);
          }}
        />
      )}
      <Modal
        open={oneTime !== undefined}
        title={say("people.reset")}
        footer={null}
        onCancel={() => setOneTime(undefined)}
      >
        <p>{say("people.password", { account: oneTime?.account ?? "" })}</p>
        <p>
          <code className="one-time">{oneTime?.password}</code>
        </p>
      </Modal>
    </div>
  );
}

interface TableProps {
  readonly people: readonly Person[];
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly onGive: (person: Person) => void;
  readonly onReset: (person: Person) => void;
}

function PeopleTable({ people, attempt, onGive, onReset }: TableProps) {
  const { say, of } = useText();
  const { bodyName } = useSession();
  return (
    <Wide label={say("people.title")}>
      <Table
        rowKey="id"
        dataSource={[...people]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: say("people.account"), dataIndex: "account" },
          { title: say("people.name"), dataIndex: "name" },
          {
            title: say("people.roles"),
            render: (_, { memberships }) =>
              memberships.map(({ id, role, bodyId }) => (
                <span key={id} className="role">
                  {bodyName(bodyId)}: {of(ROLE_TEXTS[role])}
                  <Popconfirm
                    title={say("people.take", { role: of(ROLE_TEXTS[role]) })}
                    onConfirm={() => attempt(() => call("removeMembership", { params: { membership: id } }))}
                  >
                    <Button type="text" aria-label={say("people.take", { role: of(ROLE_TEXTS[role]) })}>
                      ×
                    </Button>
                  </Popconfirm>
                </span>
              )),
          },
          {
            title: say("people.active"),
            render: (_, { id, name, active }) => (
              <Switch
                aria-label={`${say("people.active")}: ${name}`}
                checked={active}
                onChange={(next) =>
                  attempt(() => call("changePerson", { params: { person: id }, body: { active: next } }))
                }
              />
            ),
          },
          {
            title: say("console.actions"),
            render: (_, person) => (
              <>
                <Button type="link" onClick={() => onGive(person)}>
                  {say("people.give")}
                </Button>
                <Button type="link" onClick={() => onReset(person)}>
                  {say("people.reset")}
                </Button>
              </>
            ),
          },
        ]}
      />
    </Wide>
  );
}

interface Fields {
  readonly account: string;
  readonly name: string;
  readonly bodyId: string;
  readonly role: Role;
}

interface DialogProps {
  readonly title: string;
  /** Asks for account and name too. */
  readonly named: boolean;
  readonly onSave: (fields: Fields) => void;
  readonly onClose: () => void;
}

function PersonDialog({ title, named, onSave, onClose }: DialogProps) {
  const { say, of } = useText();
  const { bodies, may } = useSession();
  const [form] = Form.useForm<Fields>();
  return (
    <Modal
      open
      title={title}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={onSave} requiredMark={false}>
        {named && (
          <>
            <Form.Item name="account" label={say("people.account")} rules={[{ required: true, min: 2 }]}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="name" label={say("people.name")} rules={[{ required: true }]}>
              <Input autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="bodyId" label={say("people.body")} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={bodies
              .filter(({ id }) => may("manage-people", id))
              .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
        </Form.Item>
        <Form.Item name="role" label={say("people.role")} rules={[{ required: true }]}>
          <Select options={ROLES.map((role) => ({ value: role, label: of(ROLE_TEXTS[role]) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
