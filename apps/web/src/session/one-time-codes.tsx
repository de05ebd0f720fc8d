import type { Me } from "@mingzhang/server/api";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { call } from "./client.ts";
import { Outside } from "./outside.tsx";
import { PasswordInput } from "./password-input.tsx";

/** The page before the door of whoever has a role that needs one-time codes. */
export function MustEnableTotp({ me, setMe }: { readonly me: Me; readonly setMe: (me: Me) => void }) {
  const { say } = useText();
  return (
    <Outside title={say("totp.title")}>
      <Alert type="info" showIcon title={say("totp.must")} className="spaced" />
      <OneTimeCodes me={me} setMe={setMe} />
    </Outside>
  );
}

/** One-time codes are turned on by whoever has none, and off by whoever has. */
export function OneTimeCodes({ me, setMe }: { readonly me: Me; readonly setMe: (me: Me) => void }) {
  const text = useText();
  const { say } = text;
  const [secret, setSecret] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [form] = Form.useForm();
  const attempt = async (work: () => Promise<void>) => {
    setError(undefined);
    await work().catch(setError);
    form.resetFields();
  };
  const renew = async () => setMe(await call("me", {}));
  const askPassword = ({ password }: { readonly password: string }) =>
    attempt(async () => {
      if (me.person.totp) {
        await call("removeTotp", { body: { password } });
        await renew();
      } else setSecret((await call("prepareTotp", { body: { password } })).secret);
    });
  const confirm = ({ code }: { readonly code: string }) =>
    attempt(async () => {
      await call("confirmTotp", { body: { code } });
      setSecret(undefined);
      await renew();
    });
  return (
    <>
      <p>{say(me.person.totp ? "totp.on" : "totp.off")}</p>
      {secret === undefined ? (
        <Form key={String(me.person.totp)} form={form} layout="inline" onFinish={askPassword}>
          <Form.Item label={say("sign-in.password")} name="password" rules={[{ required: true }]}>
            <PasswordInput autoComplete="current-password" />
          </Form.Item>
          <Button htmlType="submit">{say(me.person.totp ? "totp.remove" : "totp.prepare")}</Button>
        </Form>
      ) : (
        <Form form={form} layout="inline" onFinish={confirm}>
          <p className="whole-line">
            {say("totp.secret")} <code>{secret}</code>
          </p>
          <Form.Item label={say("sign-in.code")} name="code" rules={[{ required: true, pattern: /^\d{6}$/ }]}>
            <Input inputMode="numeric" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {say("totp.confirm")}
          </Button>
        </Form>
      )}
      {error !== undefined && <Alert type="error" showIcon title={problemText(error, text)} role="alert" />}
    </>
  );
}
