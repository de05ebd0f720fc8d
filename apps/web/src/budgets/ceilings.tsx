import type { BudgetHead } from "@mingzhang/server/api";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

/** The ceilings beside what is entered, for who may see them; asked again when the entry was saved. */
export function Ceilings({ head, revision }: { readonly head: BudgetHead; readonly revision: number }) {
  const { say } = useText();
  const asked = useAsked(
    async () => (await call("controlFigures", { query: { year: head.year, body: head.bodyId } })).figures,
    [head.id, head.state, revision],
  );
  const figures = asked.value ?? [];
  if (figures.length === 0) return null;
  return (
    <ul className="plain-list ceilings" aria-label={say("ceilings.title")}>
      {figures.map(({ kind, ceiling, entered, exceeded }) => (
        <li key={kind} className={exceeded ? "error" : "quiet"}>
          {say("ceilings.line", { kind: say(`ceiling.${kind}`), entered: entered ?? "—", ceiling })}
          {exceeded && entered !== null && (
            <b> {say("ceilings.exceeded", { by: difference(entered, ceiling) })}</b>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Of two amounts in yuan with two decimals, in whole fen. */
function difference(amount: string, less: string): string {
  const inFen = (text: string) => BigInt(text.replace(".", ""));
  const left = String(inFen(amount) - inFen(less)).padStart(3, "0");
  return `${left.slice(0, -2)}.${left.slice(-2)}`;
}
