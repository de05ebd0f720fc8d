import {
  DEPARTMENT,
  disclose,
  disclosePacks,
  explain,
  type FigureInspection,
  type LineTable,
  lineTable,
} from "@mingzhang/core";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { Failure } from "../failure.ts";
import { loadBudget, unitIdOf } from "../load.ts";
import { reportFindings } from "../report.ts";
import { ROUNDING_OPTIONS, roundingOf } from "../rounding.ts";

export default defineCommand({
  name: "explain",
  summary: {
    zh: "说明一个印出的数字怎么来的：量的是什么、精确到元、由哪些数相加、哪些明细。",
    en: "Explains how a printed figure comes about: what it measures, exact yuan, its parts and its lines.",
  },
  arguments: [
    {
      name: "figure",
      required: true,
      text: {
        zh: "表/行/列，如 表5/2013601/growth；列名同 figures.csv。",
        en: "table/row/column, e.g. 表5/2013601/growth; columns as in figures.csv.",
      },
    },
    {
      name: "budget",
      required: false,
      text: {
        zh: "填报工作簿或 CSV 文件夹；默认 fixtures/wansheng-2023。",
        en: "A budget workbook or CSV folder; fixtures/wansheng-2023 by default.",
      },
    },
  ],
  options: [
    { flags: "--profile <id>", text: { zh: "按哪一地的表样。", en: "The place's profile." } },
    {
      flags: "--unit <name>",
      text: { zh: "说明这个预算单位的单位预算。", en: "Explain the pack of this unit." },
    },
    ...ROUNDING_OPTIONS,
    { flags: "--json", text: { zh: "机器可读。", en: "Machine-readable." } },
  ],
  examples: [
    {
      command: "mingzhang explain 表5/2013601/growth fixtures/wansheng-2023",
      text: { zh: "行政运行的增幅怎么来的。", en: "How the growth of 行政运行 comes about." },
    },
  ],
  run,
});

async function run(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const {
    arguments: [address = "", path = "fixtures/wansheng-2023"],
    options,
  } = input;
  const loaded = await loadBudget(path, textOption(options.profile));
  if (loaded.budget === undefined) {
    reportFindings(loaded.findings, terminal);
    return loaded.code;
  }
  const { budget, profile } = loaded;
  const unit = textOption(options.unit);
  const rounding = await roundingOf(input);
  const body = unit === undefined ? DEPARTMENT : unitIdOf(budget, unit);
  const [disclosure = disclose(budget, profile)] = disclosePacks(budget, profile, rounding, [body]);
  const explanation = explain(disclosure, address);
  if (!explanation.found) {
    const what = {
      table: { zh: "表", en: "table" },
      row: { zh: "行", en: "row" },
      column: { zh: "列", en: "column" },
    }[explanation.unknown];
    throw new Failure({
      zh: `“${address}”中的${what.zh}没有印出数字。可选：${explanation.choices.join("、")}。`,
      en: `No printed figure has that ${what.en} in "${address}". Choose one of: ${explanation.choices.join(", ")}.`,
    });
  }
  terminal.out(
    options.json === true
      ? JSON.stringify(explanation, null, 2)
      : figureLines(explanation.address, explanation.figure, lineTable(disclosure.book)).join("\n"),
  );
  return EXIT.done;
}

function figureLines(address: string, figure: FigureInspection, lines: LineTable): string[] {
  return [
    `${address}　${figure.printed}`,
    `　含义　　${figure.what}`,
    ...(figure.exact === undefined ? [] : [`　精确值　${figure.exact}`]),
    ...(figure.conventional === undefined
      ? []
      : [`　四舍五入　${figure.conventional}`, `　印作此数　因为${figure.because ?? ""}`]),
    ...(figure.note === undefined ? [] : [`　说明　　${figure.note}`]),
    "　印在",
    ...figure.places.map((place) => `　　${place.text}`),
    ...(figure.parts === undefined
      ? []
      : [
          "　相加",
          ...figure.parts.map(
            (part) => `　　${part.sign === 1 ? "＋" : "－"} ${part.printed}　${part.label}`,
          ),
        ]),
    ...lineLines(figure, lines),
  ];
}

/** The ledger lines behind the figure. */
function lineLines(figure: FigureInspection, { columns, rows }: LineTable): string[] {
  const { select } = figure;
  if (select === undefined) return [];
  const chosen = rows.filter((row) =>
    columns.every(({ id, prefix }, index) => {
      const accepted = select[id];
      const cell = row[index] ?? "";
      return (
        accepted === undefined ||
        accepted.some((value) => (prefix === true ? cell.startsWith(value) : cell === value))
      );
    }),
  );
  return [
    `　预算明细　${chosen.length} 笔`,
    ...chosen.map((row) => `　　${row.filter((cell) => cell !== "").join("　")}`),
  ];
}
