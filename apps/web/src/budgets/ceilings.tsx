import { type Fen, formatYuan, parseYuan } from "@mingzhang/core";
import { CEILING_KINDS, type ControlFigure } from "@mingzhang/server/api";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { useOpenBudget } from "./open-budget.ts";

/** The ceilings of the budget's body and of its units, beside what is entered: each edit moves what is left. */
export function Ceilings() {
  const { say } = useText();
  const { head, live } = useOpenBudget();
  const { bodies } = useSession();
  const asked = useAsked(
    async () => (await call("controlFigures", { query: { year: head.year } })).figures,
    [head],
  );
  const own = bodies.filter(({ id, parentId }) => id === head.bodyId || parentId === head.bodyId);
  const limited = own.flatMap((body) => {
    const all = (asked.value ?? []).filter(({ bodyId }) => bodyId === body.id);
    const figures = CEILING_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
    return figures.length === 0 ? [] : [{ body, figures }];
  });
  if (limited.length === 0) return null;
  const enteredOf = (unit: string | undefined, kind: string) =>
    live.checked?.entered.find((one) => one.unit === unit && one.kind === kind)?.amount;
  return (
    <section className="ceilings" aria-label={say("ceilings.title")}>
      <h2>
        {say("ceilings.title")} <small className="quiet">{say("ceilings.unit")}</small>
      </h2>
      {limited.map(({ body, figures }) => (
        <div key={body.id}>
          {limited.length > 1 && <h3>{body.name}</h3>}
          <ul className="plain-list">
            {figures.map((figure) => (
              <Limit
                key={figure.kind}
                figure={figure}
                entered={enteredOf(body.id === head.bodyId ? undefined : body.shortName, figure.kind)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface LimitProps {
  readonly figure: ControlFigure;
  readonly entered: Fen | undefined;
}

function Limit({ figure: { kind, ceiling }, entered }: LimitProps) {
  const { say } = useText();
  const limit = parseYuan(ceiling) ?? (0n as Fen);
  const left = entered === undefined ? undefined : ((limit - entered) as Fen);
  const isExceeded = left !== undefined && left < 0n;
  return (
    <li className={isExceeded ? "limit exceeded" : "limit"}>
      <span>{say(`ceiling.${kind}`)}</span>
      <b className={isExceeded ? "error" : undefined}>
        {left === undefined
          ? say("ceilings.unread")
          : isExceeded
            ? say("ceilings.exceeded", { by: grouped(-left as Fen) })
            : say("ceilings.left", { left: grouped(left) })}
      </b>
      <small className="quiet">
        {say("ceilings.line", {
          entered: entered === undefined ? "—" : grouped(entered),
          ceiling: grouped(limit),
        })}
      </small>
      <meter
        aria-hidden="true"
        min={0}
        max={1}
        value={share(entered, limit)}
        className={isExceeded ? "over" : undefined}
      />
    </li>
  );
}

/** For a bar only. */
function share(entered: Fen | undefined, limit: Fen): number {
  if (entered === undefined) return 0;
  return limit === 0n ? Number(entered > 0n) : Math.min(1, Number(entered) / Number(limit));
}

function grouped(amount: Fen): string {
  return formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ",");
}
