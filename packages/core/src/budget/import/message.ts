import type { Place } from "../../document/document.ts";
import type { Finding, Level, Text } from "../../finding/finding.ts";

interface Template {
  readonly level: Level;
  /** {value} is what stands in the cell or heading, {field} the name of the field, {known} what stands in the sheet. */
  readonly message: Text;
  readonly remedy: Text;
}

const MAP_VALUE: Text = {
  zh: "请在对照文件的values中写明它对应什么。",
  en: "State in the values of the mapping file what it stands for.",
};
const CHECK_EXPORT: Text = { zh: "请核对导出的数据。", en: "Check the exported data." };

const TEMPLATES = {
  "no-header": {
    level: "error",
    message: {
      zh: "前30行中没有找到表头：至少要有“{field}”和另外两个认得的列。",
      en: "No header row in the first 30 rows: it must have “{field}” and two other known columns.",
    },
    remedy: {
      zh: "请在对照文件的columns中写明各列，或检查是否选对了工作表。",
      en: "Name the columns in the columns of the mapping file, or check that the right sheet was chosen.",
    },
  },
  "missing-column": {
    level: "error",
    message: { zh: "没有“{field}”列。", en: "There is no column for “{field}”." },
    remedy: {
      zh: "请在对照文件的columns中指明哪一列是它，或在constants中给出各行共同的值。",
      en: "Name its column in columns of the mapping file, or give the value of all rows in constants.",
    },
  },
  "unknown-column": {
    level: "notice",
    message: {
      zh: "不认得“{value}”列，未导入。",
      en: "The column “{value}” is not known and was not imported.",
    },
    remedy: {
      zh: "如需导入，请在对照文件的columns中写明；不需要的写ignored。",
      en: "Name it in columns of the mapping file to import it, or as ignored to leave it out.",
    },
  },
  "unused-column": {
    level: "notice",
    message: {
      zh: "“{value}”列也可作“{field}”，但已有更合适的列，未采用。",
      en: "The column “{value}” could also be “{field}”, but another column was preferred.",
    },
    remedy: {
      zh: "如应采用此列，请在对照文件的columns中写明，并把另一列写作ignored。",
      en: "To use it, name it in columns of the mapping file and set the other column to ignored.",
    },
  },
  "assumed-yuan": {
    level: "notice",
    message: {
      zh: "表头没有写明金额单位，按元导入。",
      en: "The heading states no unit of amounts; they were taken as yuan.",
    },
    remedy: {
      zh: '如是万元，请在对照文件中写明"amountUnit": "ten-thousand-yuan"。',
      en: "If they are in ten thousand yuan, set amountUnit to ten-thousand-yuan in the mapping file.",
    },
  },
  "total-row": {
    level: "notice",
    message: { zh: "“{value}”行是合计，未导入。", en: "The row “{value}” is a total and was not imported." },
    remedy: { zh: "无须处理；合计由明细得出。", en: "Nothing to do: totals follow from the lines." },
  },
  "deleted-row": {
    level: "notice",
    message: { zh: "标为已删除的行，未导入。", en: "A row marked as deleted was not imported." },
    remedy: { zh: "无须处理。", en: "Nothing to do." },
  },
  "zero-row": {
    level: "notice",
    message: {
      zh: "金额为空或为零的行，未导入。",
      en: "A row without an amount, or with zero, was not imported.",
    },
    remedy: CHECK_EXPORT,
  },
  "known-row": {
    level: "notice",
    message: {
      zh: "这一笔已在表中（编号、日期、金额都相同），未导入。",
      en: "This row is there already (number, date and amount are the same) and was not imported.",
    },
    remedy: { zh: "无须处理。", en: "Nothing to do." },
  },
  "alike-row": {
    level: "notice",
    message: {
      zh: "这一笔没有编号，表中已有各栏都相同的一笔，未导入。",
      en: "This row has no number and is there already with everything the same; it was not imported.",
    },
    remedy: {
      zh: "如确是另一笔，请在导出表中填上编号再导入，或在表中另加一行。",
      en: "If it is another one, give it a number in the export and import again, or add a row to the sheet.",
    },
  },
  "known-number": {
    level: "warning",
    message: {
      zh: "“{field}”{value}在表中已有（{known}），这一笔的日期或金额与之不符；已导入为另一笔。",
      en: "“{field}” {value} is there already ({known}), and this row is another by date or amount; it was imported as a row of its own.",
    },
    remedy: {
      zh: "如是同一笔的更正，请删去原来的一笔；如是同一凭证的另一笔，无须处理。",
      en: "If it corrects the earlier row, delete that one; if it is another row of the same voucher, leave both.",
    },
  },
  "unknown-value": {
    level: "error",
    message: { zh: "不认得“{field}”的值“{value}”。", en: "“{value}” is not a known value of “{field}”." },
    remedy: MAP_VALUE,
  },
  "not-a-code": {
    level: "error",
    message: {
      zh: "“{value}”不是“{field}”的末级编码，也不能由名称唯一确定编码。",
      en: "“{value}” is no item-level code of “{field}”, and no single code has that name.",
    },
    remedy: {
      zh: "如是小计行，请从导出中去掉；否则请改为末级编码，或在对照文件的values中写明。",
      en: "Remove the row if it is a subtotal; otherwise give the item-level code, or map it in values.",
    },
  },
  "code-from-name": {
    level: "notice",
    message: {
      zh: "“{field}”只有名称“{value}”，编码按目录中的同名科目确定。",
      en: "“{field}” has only the name “{value}”; its code was taken from the one entry of that name.",
    },
    remedy: CHECK_EXPORT,
  },
  "name-differs": {
    level: "warning",
    message: {
      zh: "“{field}”的编码与名称不符：“{value}”。已按编码导入。",
      en: "Code and name of “{field}” do not belong together: “{value}”. The code was imported.",
    },
    remedy: CHECK_EXPORT,
  },
  "not-an-amount": {
    level: "error",
    message: {
      zh: "“{value}”不是金额，或不足一分。",
      en: "“{value}” is no amount, or is finer than one fen.",
    },
    remedy: CHECK_EXPORT,
  },
  "procurement-class": {
    level: "warning",
    message: {
      zh: "标为政府采购，但没有货物、工程、服务之分，未导入采购类别。",
      en: "Marked as procurement without saying goods, works or services; the class was not imported.",
    },
    remedy: {
      zh: "请导入后在预算明细中补填“政府采购”。",
      en: "Fill in the procurement class in the ledger after importing.",
    },
  },
  "project-dropped": {
    level: "notice",
    message: {
      zh: "“{value}”不是项目支出，未保留其项目名称。",
      en: "“{value}” is not project expenditure; its project name was not kept.",
    },
    remedy: { zh: "无须处理。", en: "Nothing to do." },
  },
  mapping: {
    level: "error",
    message: {
      zh: "对照文件中的“{value}”不能理解。",
      en: "“{value}” in the mapping file is not understood.",
    },
    remedy: {
      zh: "对照文件可有columns、values、constants、amountUnit四项，字段名见说明。",
      en: "A mapping file has columns, values, constants and amountUnit, with the documented field names.",
    },
  },
} as const satisfies Record<string, Template>;

export type ImportMessageId = keyof typeof TEMPLATES;

export interface MessageData {
  readonly value?: string;
  readonly field?: Text;
  readonly known?: string;
  /** How many cells say the same; the place is the first one's. */
  readonly count?: number;
}

export function importFinding(id: ImportMessageId, place: Place, data: MessageData = {}): Finding {
  const { level, message, remedy } = TEMPLATES[id];
  const { count = 1 } = data;
  const fill = (language: keyof Text) =>
    message[language]
      .replace("{value}", data.value ?? "")
      .replace("{field}", data.field?.[language] ?? "")
      .replace("{known}", data.known ?? "");
  return {
    rule: `import/${id}`,
    level,
    message: {
      zh: fill("zh") + (count > 1 ? `（共${count}处，此为第一处）` : ""),
      en: fill("en") + (count > 1 ? ` (${count} places, this is the first)` : ""),
    },
    remedy,
    place,
  };
}

/** Collects findings; the same complaint about the same value is one finding that counts its places. */
export class ImportReport {
  readonly #seen = new Map<
    string,
    { readonly id: ImportMessageId; readonly place: Place; data: MessageData }
  >();

  add(id: ImportMessageId, place: Place, data: MessageData = {}): void {
    const key = [id, data.value, data.field?.zh, data.known].join("\n");
    const known = this.#seen.get(key);
    if (known === undefined) this.#seen.set(key, { id, place, data: { ...data, count: 1 } });
    else known.data = { ...known.data, count: (known.data.count ?? 1) + 1 };
  }

  findings(): readonly Finding[] {
    return [...this.#seen.values()].map(({ id, place, data }) => importFinding(id, place, data));
  }
}
