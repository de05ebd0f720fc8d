import type { ControlFigure } from "@mingzhang/server/api";
import { Alert, Button, Input, Progress } from "antd";
import { useState } from "react";
import { linkTo } from "../layout/route.ts";
import { Nothing, problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { CeilingCells } from "./ceiling-cells.tsx";
import { PasteCeilings } from "./ceiling-paste.tsx";
import { plainAmount, type Typed } from "./ceiling-table.ts";

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
        {(figures) => <Sheet year={year} stored={typedOf(figures)} reload={asked.reload} />}
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
  readonly stored: Typed;
  readonly reload: () => void;
}

function Sheet({ year, stored, reload }: SheetProps) {
  const text = useText();
  const { say } = text;
  const { bodies, may } = useSession();
  const limited = bodies.filter(
    ({ id, kind, active }) => active && kind !== "bureau" && may("set-ceiling", id),
  );
  const [typed, setTyped] = useState<Typed>({});
  const [search, setSearch] = useState("");
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<unknown>();
  const changed = Object.keys(typed);
  const faulty = changed.filter((body) =>
    Object.values(typed[body] ?? {}).some((amount) => plainAmount(amount) === undefined),
  );
  const shown = limited.filter(({ code, name }) => `${code} ${name}`.includes(search.trim()));
  const enter = (given: Typed) =>
    setTyped((known) => ({
      ...known,
      ...Object.fromEntries(
        Object.entries(given).map(([body, cells]) => [body, { ...known[body], ...cells }]),
      ),
    }));
  const save = async () => {
    setError(undefined);
    try {
      for (const [count, body] of changed.entries()) {
        setDone(count / changed.length);
        const cells = { ...stored[body], ...typed[body] };
        const figures = Object.entries(cells).flatMap(([kind, amount]) => {
          const ceiling = plainAmount(amount);
          return ceiling ? [{ kind: kind as ControlFigure["kind"], ceiling }] : [];
        });
        await call("setControlFigures", { params: { body, year }, body: { figures } });
        setTyped(({ [body]: _, ...rest }) => rest);
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
