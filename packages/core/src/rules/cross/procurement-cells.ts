import type { Pack, PackFact, PackRow } from "../../pack/pack.ts";
import { plain, withoutNumber } from "../../recognise/text.ts";

export type ProcurementClass = "any" | "goods" | "works" | "services";

export interface ProcurementCell {
  readonly fact: PackFact;
  readonly kind: ProcurementClass;
}

/** The figures of the rows that total a procurement table and its classes. */
export function procurementCells(pack: Pack): readonly ProcurementCell[] {
  const kinds = new Map(
    pack.tables
      .filter(({ concept }) => concept === "procurement")
      .map((table) => [table.id, new Map(table.rows.map((row) => [row.index, classOf(row)]))] as const),
  );
  return pack.facts.flatMap((fact) => {
    const { source, measure } = fact;
    if (source.kind !== "cell" || fact.kind !== "amount" || measure.year === -1) return [];
    const kind = kinds.get(source.table)?.get(source.row);
    return kind === undefined ? [] : [{ fact, kind }];
  });
}

function classOf({ label, code, role }: PackRow): ProcurementClass | undefined {
  if (role === "total") return "any";
  const text = withoutNumber(`${code ?? ""}${plain(label)}`).replace(/类$/u, "");
  if (/^(?:A-?)?货物A?$|^A$/u.test(text)) return "goods";
  if (/^(?:B-?)?工程B?$|^B$/u.test(text)) return "works";
  return /^(?:C-?)?服务C?$|^C$/u.test(text) ? "services" : undefined;
}
