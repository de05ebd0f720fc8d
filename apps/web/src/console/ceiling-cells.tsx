import { type Body, CEILING_KINDS, type CeilingKind } from "@mingzhang/server/api";
import { Table } from "antd";
import { type ClipboardEvent, useMemo, useRef } from "react";
import { parseCells } from "../grid/clipboard.ts";
import { Wide } from "../layout/wide.tsx";
import { useText } from "../text/language.tsx";
import { plainAmount, type Typed } from "./ceiling-table.ts";

interface Props {
  readonly bodies: readonly Body[];
  readonly stored: Typed;
  readonly typed: Typed;
  readonly onEnter: (given: Typed) => void;
}

/** A body with its ceilings; the same object as long as nothing of it changes. */
interface Line {
  readonly body: Body;
  readonly stored: Typed[string] | undefined;
  readonly typed: Typed[string] | undefined;
}

/** One text box for each body and kind; pasted cells go on from the box that they are pasted into. */
export function CeilingCells({ bodies, stored, typed, onEnter }: Props) {
  const { say } = useText();
  const lines = useLines(bodies, stored, typed);
  const paste = (event: ClipboardEvent, body: Body, kind: CeilingKind) => {
    const cells = parseCells(event.clipboardData.getData("text/plain"));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    const [top, left] = [bodies.indexOf(body), CEILING_KINDS.indexOf(kind)];
    const given = cells.flatMap((texts, row) => {
      const to = bodies[top + row];
      if (to === undefined) return [];
      const amounts = texts.flatMap((text, column) => {
        const of = CEILING_KINDS[left + column];
        return of === undefined ? [] : [[of, text.trim()] as const];
      });
      return [[to.id, Object.fromEntries(amounts)] as const];
    });
    onEnter(Object.fromEntries(given));
  };
  const shouldCellUpdate = (line: Line, before: Line) => line !== before;
  return (
    <Wide label={say("ceilings.title")}>
      <Table<Line>
        rowKey={({ body }) => body.id}
        dataSource={[...lines]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 900 }}
        columns={[
          {
            title: say("console.body"),
            width: 240,
            shouldCellUpdate,
            render: (_, { body: { code, name } }) => `${code} ${name}`,
          },
          ...CEILING_KINDS.map((kind) => ({
            title: say(`ceiling.${kind}`),
            key: kind,
            shouldCellUpdate,
            render: (_: unknown, line: Line) => {
              const { body } = line;
              const amount = line.typed?.[kind] ?? line.stored?.[kind] ?? "";
              return (
                <input
                  className={line.typed?.[kind] === undefined ? "ceiling-cell" : "ceiling-cell entered"}
                  inputMode="decimal"
                  aria-label={`${body.name} ${say(`ceiling.${kind}`)}`}
                  aria-invalid={plainAmount(amount) === undefined}
                  value={amount}
                  onChange={(event) => onEnter({ [body.id]: { [kind]: event.target.value } })}
                  onPaste={(event) => paste(event, body, kind)}
                />
              );
            },
          })),
        ]}
      />
    </Wide>
  );
}

/** Typing into one of many bodies leaves the lines of all others as they are. */
function useLines(bodies: readonly Body[], stored: Typed, typed: Typed): readonly Line[] {
  const known = useRef(new Map<string, Line>());
  return useMemo(
    () =>
      bodies.map((body) => {
        const line = { body, stored: stored[body.id], typed: typed[body.id] };
        const before = known.current.get(body.id);
        if (
          before !== undefined &&
          before.body === body &&
          before.stored === line.stored &&
          before.typed === line.typed
        )
          return before;
        known.current.set(body.id, line);
        return line;
      }),
    [bodies, stored, typed],
  );
}
