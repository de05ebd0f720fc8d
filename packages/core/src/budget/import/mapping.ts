import type { Finding } from "../../finding/finding.ts";
import { fold } from "../terms.ts";
import type { ImportFieldId } from "./field.ts";
import type { AmountUnit } from "./heading.ts";
import { importFinding } from "./message.ts";
import type { ImportTarget } from "./target.ts";

/** What an office says about its export where headings and values do not speak for themselves. A JSON file. */
export interface ImportMapping {
  /** Heading as in the export → field; "ignored" leaves a column out. */
  readonly columns?: Readonly<Record<string, ImportFieldId>>;
  /** Field → value as in the export (a code or a name) → value of the sheet. */
  readonly values?: Partial<Record<ImportFieldId, Readonly<Record<string, string>>>>;
  /** Field → the value that every row has. */
  readonly constants?: Partial<Record<ImportFieldId, string>>;
  /** Where neither the heading nor the lines above say in which unit amounts are. */
  readonly amountUnit?: AmountUnit;
}

/** Reads a mapping onto a target from parsed JSON. What it does not understand it reports and leaves out. */
export function readMapping(
  json: unknown,
  file: string,
  { fields }: ImportTarget,
): { readonly mapping: ImportMapping; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const isImportField = (text: string) => fields.some(({ id }) => id === text);
  const place = { kind: "line", file, line: 1 } as const;
  const refuse = (key: string) => findings.push(importFinding("mapping", place, { value: key }));
  const { columns, values, constants, amountUnit, ...rest } = record(json) ?? {};
  if (record(json) === undefined) refuse("JSON");
  for (const key of Object.keys(rest)) refuse(key);
  if (amountUnit !== undefined && !isAmountUnit(amountUnit)) refuse("amountUnit");
  const perField = Object.entries(record(values) ?? {}).filter(([key]) => {
    const known = isImportField(key);
    if (!known) refuse(key);
    return known;
  });
  return {
    mapping: {
      columns: pick(columns, (_, field) => isImportField(field), refuse) as Record<string, ImportFieldId>,
      values: Object.fromEntries(perField.map(([key, pairs]) => [key, pick(pairs, () => true, refuse)])),
      constants: pick(constants, (field) => isImportField(field), refuse),
      ...(isAmountUnit(amountUnit) && { amountUnit }),
    },
    findings,
  };
}

/** The value that a mapping gives for a text; letter case, width and blanks do not matter. */
export function mapped(mapping: ImportMapping, field: ImportFieldId, text: string): string | undefined {
  const pairs = Object.entries(mapping.values?.[field] ?? {});
  return pairs.find(([from]) => fold(from) === fold(text))?.[1];
}

function record(value: unknown): Record<string, unknown> | undefined {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : undefined;
}

/** The entries that are texts and accepted; the rest is refused by its key. */
function pick(
  value: unknown,
  accepts: (key: string, text: string) => boolean,
  refuse: (key: string) => void,
): Record<string, string> {
  const kept: [string, string][] = [];
  for (const [key, text] of Object.entries(record(value) ?? {})) {
    if (typeof text === "string" && accepts(key, text)) kept.push([key, text]);
    else refuse(key);
  }
  return Object.fromEntries(kept);
}

function isAmountUnit(value: unknown): value is AmountUnit {
  return value === "yuan" || value === "ten-thousand-yuan";
}
