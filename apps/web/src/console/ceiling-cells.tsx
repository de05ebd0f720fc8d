import { type Body, CEILING_KINDS, type CeilingKind } from "@mingzhang/server/api";
import { Table } from "antd";
import type { ClipboardEvent } from "react";
import { parseCells } from "../grid/clipboard.ts";
import { useText } from "../text/language.tsx";
import { plainAmount, type Typed } from "./ceiling-table.ts";

interface Props {
  readonly bodies: readonly Body[];
  readonly stored: Typed;
  readonly typed: Typed;
  readonly onEnter: (given: Typed) => void;
}

/** One text box for each body and kind; pasted cells go on from the box that they are pasted into. */
export function CeilingCells({ bodies, stored, typed, onEnter }: Props) {
  const { say } = useText();
  const amountOf = (body: string, kind: CeilingKind) => typed[body]?.[kind] ?? stored[body]?.[kind] ?? "";
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
  return (
    <Table
      rowKey="id"
      dataSource={[...bodies]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 900 }}
      columns={[
        { title: say("console.body"), render: (_, { code, name }) => `${code} ${name}`, width: 240 },
        ...CEILING_KINDS.map((kind) => ({
          title: say(`ceiling.${kind}`),
          key: kind,
          render: (_: unknown, body: Body) => {
            const amount = amountOf(body.id, kind);
            return (
              <input
                className={typed[body.id]?.[kind] === undefined ? "ceiling-cell" : "ceiling-cell entered"}
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
  );
}
