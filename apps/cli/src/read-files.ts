import { fineValue, type Grid, halfUnit, measureKey, type PackFact, type Place } from "@mingzhang/core";
import { tablesOf } from "@mingzhang/readers";
import { toCsv } from "@mingzhang/renderers";
import { type PackFile, safeFileName } from "./pack.ts";
import type { PublishedPack } from "./published.ts";

/** What a researcher takes away from a published pack: clean tables, facts, the prose, and what was not understood. */
export function readFiles({ reading, pack }: PublishedPack): readonly PackFile[] {
  const text = pack.paragraphs.map((paragraph) => paragraph.text).join("\n");
  return [
    ...tableFiles(reading),
    { path: "facts.csv", bytes: toCsv([FACT_COLUMNS, ...pack.facts.map(factRow)]) },
    { path: "facts.json", bytes: utf8(`${JSON.stringify(pack.facts.map(factRecord), null, 2)}\n`) },
    { path: "paragraphs.txt", bytes: utf8(`${text}\n`) },
    {
      path: "unread.csv",
      bytes: toCsv([
        ["what", "text", "reason", "place"],
        ...pack.unread.map(({ what, text: words, reason, place }) => [
          what,
          words,
          reason.zh,
          placeOf(place),
        ]),
      ]),
    },
  ];
}

function tableFiles({ documents }: PublishedPack["reading"]): PackFile[] {
  return documents.flatMap(({ document }, index) => {
    const grids = document.blocks.filter((block): block is Grid => block.type === "grid");
    return tablesOf(document).map(({ rows }, table) => {
      const grid = grids[table];
      const title = safeFileName(
        [grid?.label, grid?.caption].filter((word) => word !== undefined && word !== "").join(" "),
      );
      const number = `${documents.length > 1 ? `${index + 1}-` : ""}${String(table + 1).padStart(3, "0")}`;
      return {
        path: `tables/${number} ${title === "pack" ? "" : title}`.trim().concat(".csv"),
        bytes: toCsv(rows),
      };
    });
  });
}

const DIMENSIONS = [
  "year",
  "stage",
  "side",
  "fund",
  "flow",
  "functional",
  "kind",
  "departmentEconomic",
  "governmentEconomic",
  "procurement",
  "project",
  "item",
] as const;
const FACT_COLUMNS = [
  "fact",
  "quantity",
  ...DIMENSIONS,
  "printed",
  "unit",
  "decimals",
  "low",
  "high",
  "place",
];

function factRow(fact: PackFact): string[] {
  const record = factRecord(fact);
  return FACT_COLUMNS.map((column) => String(record[column] ?? ""));
}

/** A fact with its dimension values, its printed figure, and the interval of true values (in yuan, points or pieces). */
function factRecord({ id, kind, measure, text, figure, place }: PackFact): Record<string, unknown> {
  const [value, half] = [fineValue(figure), halfUnit(figure)];
  return {
    fact: id,
    quantity: kind,
    measure: measureKey({ ...measure, body: "", year: measure.year ?? 0 }),
    ...measure,
    printed: text,
    unit: figure.unit,
    decimals: figure.decimals,
    low: decimal(value - half),
    high: decimal(value + half),
    place: placeOf(place),
  };
}

/** 10^-12 of a unit as decimal text without trailing zeros. */
function decimal(fine: bigint): string {
  const digits = (fine < 0n ? -fine : fine).toString().padStart(13, "0");
  const text = `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, "");
  return fine < 0n ? `-${text}` : text;
}

function placeOf(place: Place | undefined): string {
  if (place === undefined) return "";
  if (place.kind === "page") return `${place.file ?? ""}#page=${place.page}`;
  if (place.kind === "line") return `${place.file ?? ""}#line=${place.line}`;
  if (place.kind === "entry") return `#${place.sheet}${place.row === undefined ? "" : `!${place.row}`}`;
  return `${place.file ?? ""}#${place.sheet}${place.cell === undefined ? "" : `!${place.cell}`}`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
