import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { problemText, WhenAsked } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { useAsked } from "./asked.ts";
import { call } from "./client.ts";
import { PasswordInput } from "./password-input.tsx";

/** Where the person is signed in, and an end to all places but this one. */
export function Sessions() {
  const text = useText();
  const { say, language } = text;
  const asked = useAsked(async () => (await call("sessions", {})).sessions, []);
  const [error, setError] = useState<unknown>();
  const [form] = Form.useForm();
  const end = async ({ password }: { readonly password: string }) => {
    setError(undefined);
    await call("endSessions", { body: { password } }).then(asked.reload, setError);
    form.resetFields();
  };
  return (
    <WhenAsked asked={asked}>
      {(sessions) => (
        <>
          <ul>
            {sessions.map(({ since, used, address, own }) => (
              <li key={`${since}${address}`}>
                {say(own ? "sessions.here" : "sessions.elsewhere", {
                  address,
                  since: localTime(since, language),
                  used: localTime(used, language),
                })}
              </li>
            ))}
          </ul>
          {sessions.some(({ own }) => !own) && (
            <Form form={form} layout="inline" onFinish={end}>
              <Form.Item label={say("sign-in.password")} name="password" rules={[{ required: true }]}>
                <PasswordInput autoComplete="current-password" />
              </Form.Item>
              <Button htmlType="submit">{say("sessions.end")}</Button>
            </Form>
          )}
          {error !== undefined && (
            <Alert type="error" showIcon role="alert" title={problemText(error, text)} className="spaced" />
          )}
        </>
      )}
    </WhenAsked>
  );
}
