import type { Me } from "@mingzhang/server/api";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { call } from "./client.ts";
import { Outside } from "./outside.tsx";
import { PasswordInput } from "./password-input.tsx";
import type { Left } from "./sign-out.ts";

interface Fields {
  readonly account: string;
  readonly password: string;
  readonly code?: string;
}

/** Gone from the page once they are sent. */
const SECRETS: (keyof Fields)[] = ["password", "code"];

interface Props {
  /** Of whoever was signed in before. */
  readonly left: Left | undefined;
  readonly onSignedIn: (me: Me) => void;
}

export function SignIn({ left, onSignedIn }: Props) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const { say } = text;
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async ({ account, password, code }: Fields) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { account, password, ...(codeNeeded && code !== undefined && { code }) };
      const answer = await call("signIn", { body });
      if (answer.status === "code-needed") {
        setCodeNeeded(true);
        return;
      }
      form.resetFields(SECRETS);
      onSignedIn(answer.me);
    } catch (failure) {
      form.resetFields(SECRETS);
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Outside title={say("sign-in.title")}>
      {left !== undefined && left.unsent > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say("sign-out.unsent", { count: left.unsent })}
          className="spaced"
          role="status"
        />
      )}
      {left?.untold && (
        <Alert type="warning" showIcon title={say("sign-out.untold")} className="spaced" role="status" />
      )}
      <Form<Fields> form={form} layout="vertical" onFinish={send} requiredMark={false} size="large">
        <Form.Item label={say("sign-in.account")} name="account" rules={[{ required: true }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item label={say("sign-in.password")} name="password" rules={[{ required: true }]}>
          <PasswordInput autoComplete="current-password" />
        </Form.Item>
        {codeNeeded && (
          <>
            <Alert type="info" showIcon title={say("sign-in.code-needed")} className="spaced" />
            <Form.Item
              label={say("sign-in.code")}
              name="code"
              rules={[{ required: true, pattern: /^\d{6}$/, message: say("sign-in.code") }]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
            </Form.Item>
          </>
        )}
        {error !== undefined && (
          <Alert type="error" showIcon title={problemText(error, text)} className="spaced" role="alert" />
        )}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {say("sign-in.submit")}
        </Button>
      </Form>
    </Outside>
  );
}
