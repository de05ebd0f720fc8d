import { CEILING_KINDS, type ControlFigure } from "@mingzhang/server/api";
import { Alert, Button, Input, Progress } from "antd";
import { useCallback, useMemo, useState } from "react";
import { linkTo } from "../layout/route.ts";
import { Nothing, problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { CeilingCells } from "./ceiling-cells.tsx";
import { PasteCeilings } from "./ceiling-paste.tsx";
import { plainAmount, type Typed } from "./ceiling-table.ts";

/** Bodies that are saved together; an answer that does not come leaves these as typed. */
const AT_ONCE = 10;

/** The ceilings of all bodies of a year in one table, to be typed or pasted, and saved body by body. */
export function CeilingsPage({ year }: { readonly year: number }) {
  const { say } = useText();
  const asked = useAsked(async () => (await call("controlFigures", { query: { year } })).figures, [year]);
  return (
    <div className="page">
      <p>
        <a {...linkTo("/console")}>{say("packs.back")}</a>
      </p>
      <h1>{say("ceilings.page", { year })}</h1>
      <WhenAsked asked={asked}>
        {(figures) => <Sheet year={year} figures={figures} reload={asked.reload} />}
      </WhenAsked>
    </div>
  );
}

function typedOf(figures: readonly ControlFigure[]): Typed {
  const typed: Record<string, Record<string, string>> = {};
  for (const { bodyId, kind, ceiling } of figures) typed[bodyId] = { ...typed[bodyId], [kind]: ceiling };
  return typed;
}

interface SheetProps {
  readonly year: number;
  readonly figures: readonly ControlFigure[];
  readonly reload: () => void;
}

function Sheet({ year, figures, reload }: SheetProps) {
  const text = useText();
  const { say } = text;
  const { bodies, may } = useSession();
  const limited = bodies.filter(
    ({ id, kind, active }) => active && kind !== "bureau" && may("set-ceiling", id),
  );
  const stored = useMemo(() => typedOf(figures), [figures]);
  const [typed, setTyped] = useState<Typed>({});
  const [search, setSearch] = useState("");
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<unknown>();
  const changed = Object.keys(typed);
  const faulty = changed.filter((body) =>
    Object.values(typed[body] ?? {}).some((amount) => plainAmount(amount) === undefined),
  );
  const shown = limited.filter(({ code, name }) => `${code} ${name}`.includes(search.trim()));
  const enter = useCallback(
    (given: Typed) =>
      setTyped((known) => ({
        ...known,
        ...Object.fromEntries(
          Object.entries(given).map(([body, cells]) => [body, { ...known[body], ...cells }]),
        ),
      })),
    [],
  );
  const send = (body: string, cells: Typed[string]) => {
    const figures = CEILING_KINDS.flatMap((kind) => {
      const ceiling = plainAmount(cells?.[kind] ?? "");
      return ceiling ? [{ kind, ceiling }] : [];
    });
    return call("setControlFigures", { params: { body, year }, body: { figures } });
  };
  const save = async () => {
    setError(undefined);
    try {
      for (let at = 0; at < changed.length; at += AT_ONCE) {
        setDone(at / changed.length);
        const some = changed.slice(at, at + AT_ONCE);
        await Promise.all(some.map((body) => send(body, { ...stored[body], ...typed[body] })));
        setTyped((known) =>
          Object.fromEntries(Object.entries(known).filter(([body]) => !some.includes(body))),
        );
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setDone(undefined);
      reload();
    }
  };
  if (limited.length === 0) return <Nothing text={say("ceilings.no-body")} />;
  return (
    <>
      <div className="bar">
        <Input
          allowClear
          aria-label={say("console.search")}
          placeholder={say("console.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="filter"
        />
        <PasteCeilings bodies={limited} onTake={enter} />
        <Button
          type="primary"
          disabled={changed.length === 0 || faulty.length > 0 || done !== undefined}
          onClick={save}
        >
          {say("ceilings.save", { count: changed.length })}
        </Button>
        {done !== undefined && (
          <Progress
            percent={Math.round(done * 100)}
            className="job-progress"
            aria-label={say("action.save")}
          />
        )}
        {faulty.length > 0 && (
          <span className="error" role="alert">
            {say("ceilings.faulty", { count: faulty.length })}
          </span>
        )}
        <span className="quiet">{say("ceilings.help")}</span>
      </div>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
      <CeilingCells bodies={shown} stored={stored} typed={typed} onEnter={enter} />
    </>
  );
}
