import { ROLE_TEXTS } from "@mingzhang/server/api";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { problemText } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { ChangePassword } from "./change-password.tsx";
import { call } from "./client.ts";
import { PasswordInput } from "./password-input.tsx";
import { useSession } from "./session.tsx";
import { Sessions } from "./sessions.tsx";

export function Account() {
  const { say, of } = useText();
  const { me, setMe, bodyName } = useSession();
  return (
    <div className="page">
      <h1>{say("nav.account")}</h1>
      <p>
        {me.person.name}（{me.person.account}）
      </p>
      <h2>{say("account.roles")}</h2>
      <ul>
        {me.memberships.map(({ id, role, bodyId }) => (
          <li key={id}>
            {bodyName(bodyId)}: {of(ROLE_TEXTS[role])}
          </li>
        ))}
      </ul>
      <h2>{say("password.title")}</h2>
      <ChangePassword onChanged={setMe} />
      <h2>{say("sessions.title")}</h2>
      <Sessions />
      <h2>{say("totp.title")}</h2>
      <OneTimeCodes />
    </div>
  );
}

function OneTimeCodes() {
  const text = useText();
  const { say } = text;
  const { me, setMe } = useSession();
  const [secret, setSecret] = useState<string>();
  const [error, setError] = useState<unknown>();
  const attempt = async (work: () => Promise<void>) => {
    setError(undefined);
    await work().catch(setError);
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
        <Form key={String(me.person.totp)} layout="inline" onFinish={askPassword}>
          <Form.Item label={say("sign-in.password")} name="password" rules={[{ required: true }]}>
            <PasswordInput autoComplete="current-password" />
          </Form.Item>
          <Button htmlType="submit">{say(me.person.totp ? "totp.remove" : "totp.prepare")}</Button>
        </Form>
      ) : (
        <Form layout="inline" onFinish={confirm}>
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
