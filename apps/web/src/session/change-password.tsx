import type { Me } from "@mingzhang/server/api";
import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { call } from "./client.ts";
import { Outside } from "./outside.tsx";
import { PasswordInput } from "./password-input.tsx";
import { Strength } from "./strength.tsx";

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

export function ChangePassword({
  forced = false,
  person,
  onChanged,
}: {
  readonly forced?: boolean;
  readonly person: Me["person"];
  readonly onChanged: (me: Me) => void;
}) {
  const { say } = useText();
  const form = <PasswordForm person={person} onChanged={onChanged} />;
  if (!forced) return form;
  return (
    <Outside title={say("password.title")}>
      <Alert type="info" showIcon title={say("password.must")} className="spaced" />
      {form}
    </Outside>
  );
}

function PasswordForm({
  person,
  onChanged,
}: {
  readonly person: Me["person"];
  readonly onChanged: (me: Me) => void;
}) {
  const text = useText();
  const { say } = text;
  const [form] = Form.useForm<Fields>();
  const next = Form.useWatch("next", form) ?? "";
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState(false);
  const send = async ({ current, next }: Fields) => {
    setError(undefined);
    setDone(false);
    try {
      onChanged(await call("changePassword", { body: { current, next } }));
      setDone(true);
    } catch (failure) {
      setError(failure);
    } finally {
      form.resetFields();
    }
  };
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send} requiredMark={false} className="narrow">
      <Form.Item label={say("password.current")} name="current" rules={[{ required: true }]}>
        <PasswordInput autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        label={say("password.next")}
        name="next"
        extra={
          <>
            {say("password.rule")}
            {next !== "" && <Strength password={next} person={person} />}
          </>
        }
        rules={[{ required: true, min: 12, message: say("password.rule") }]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label={say("password.again")}
        name="again"
        dependencies={["next"]}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value !== getFieldValue("next")) throw new Error(say("password.differs"));
            },
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      {error !== undefined && (
        <Alert type="error" showIcon title={problemText(error, text)} className="spaced" role="alert" />
      )}
      {done && (
        <Alert type="success" showIcon title={say("password.done")} className="spaced" role="status" />
      )}
      <Button type="primary" htmlType="submit">
        {say("action.save")}
      </Button>
    </Form>
  );
}
