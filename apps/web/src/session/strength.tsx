import type { Me } from "@mingzhang/server/api";
import { PASSWORD_STRENGTHS, passwordStrength, pointsOf } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";

/** How strong a new password is while it is typed, in words and as a bar; by the server's own rule. */
export function Strength({ password, person }: { readonly password: string; readonly person: Me["person"] }) {
  const { say } = useText();
  const strength = passwordStrength(pointsOf(password), person.account, person.name);
  const words = say(`strength.${strength}`);
  const level = PASSWORD_STRENGTHS.indexOf(strength) + 1;
  return (
    <div className="strength" role="status">
      <meter
        aria-label={say("strength.title")}
        min={0}
        max={4}
        low={2.5}
        high={3.5}
        optimum={4}
        value={level}
      >
        {words}
      </meter>
      {words}
    </div>
  );
}
