import { ROLE_TEXTS } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";
import { ChangePassword } from "./change-password.tsx";
import { OneTimeCodes } from "./one-time-codes.tsx";
import { OwnEvents } from "./own-events.tsx";
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
      <ChangePassword person={me.person} onChanged={setMe} />
      <h2>{say("sessions.title")}</h2>
      <Sessions />
      <h2>{say("totp.title")}</h2>
      <OneTimeCodes me={me} setMe={setMe} />
      <h2>{say("own-events.title")}</h2>
      <OwnEvents />
    </div>
  );
}
