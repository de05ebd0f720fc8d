import type { Finding } from "@mingzhang/core";
import { readCsvSheet } from "@mingzhang/readers";

/** One line of the file that an organisation begins from. */
export interface BodyLine {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: "bureau" | "department" | "unit";
  readonly parentCode: string;
  readonly unitType: string;
}

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  code: ["code", "编码", "机构编码"],
  name: ["name", "名称", "全称"],
  shortName: ["short_name", "简称"],
  kind: ["kind", "类别"],
  parentCode: ["parent_code", "上级编码"],
  unitType: ["unit_type", "单位类型"],
};
const KINDS: Readonly<Record<string, BodyLine["kind"]>> = {
  bureau: "bureau",
  财政局: "bureau",
  财政: "bureau",
  department: "department",
  部门: "department",
  unit: "unit",
  单位: "unit",
};

/** Reads bodies from CSV; every fault is a finding, and parents come before their children. */
export function readBodies(bytes: Uint8Array): {
  readonly bodies: readonly BodyLine[];
  readonly findings: readonly Finding[];
} {
  const { sheet, findings: reading } = sheetOf(bytes);
  const findings: Finding[] = [...reading];
  const [head = [], ...rows] = sheet;
  const column = (name: string) =>
    head.findIndex((text) => HEADINGS[name]?.includes(text.trim().toLowerCase()));
  const missing = ["code", "name", "kind", "parentCode"].filter((name) => column(name) < 0);
  if (missing.length > 0) {
    const titles = missing.map((name) => HEADINGS[name]?.[0]).join(", ");
    findings.push(fault(1, `缺少列：${titles}。`, `Missing columns: ${titles}.`));
    return { bodies: [], findings };
  }
  const bodies = rows.flatMap((row, index) => {
    if (row.every((text) => text.trim() === "")) return [];
    const text = (name: string) => (row[column(name)] ?? "").trim();
    return bodyLine(index + 2, text, findings);
  });
  checkTree(bodies, findings);
  return { bodies: inOrder(bodies), findings };
}

function sheetOf(bytes: Uint8Array) {
  const { sheet, findings } = readCsvSheet(bytes, "bodies.csv");
  return { sheet: (sheet?.rows ?? []).map((row) => row.map(({ text }) => text)), findings };
}

function bodyLine(line: number, text: (name: string) => string, findings: Finding[]): BodyLine[] {
  const kind = KINDS[text("kind")];
  const [code, name] = [text("code"), text("name")];
  if (kind === undefined) {
    findings.push(
      fault(
        line,
        `类别“${text("kind")}”不对，应为 bureau、department 或 unit。`,
        `Kind "${text("kind")}" is not bureau, department or unit.`,
      ),
    );
    return [];
  }
  if (code === "" || name === "" || name.length > 200) {
    findings.push(fault(line, "编码和名称必填。", "Code and name are required."));
    return [];
  }
  const shortName = text("shortName") || name;
  return [{ line, code, name, shortName, kind, parentCode: text("parentCode"), unitType: text("unitType") }];
}

const PARENTS = { bureau: undefined, department: "bureau", unit: "department" } as const;

function checkTree(bodies: readonly BodyLine[], findings: Finding[]): void {
  const byCode = new Map<string, BodyLine>();
  for (const body of bodies) {
    if (byCode.has(body.code))
      findings.push(fault(body.line, `编码“${body.code}”重复。`, `Code "${body.code}" is there twice.`));
    byCode.set(body.code, body);
  }
  if (bodies.filter(({ kind }) => kind === "bureau").length > 1)
    findings.push(fault(1, "只能有一个财政局。", "There can be one bureau only."));
  for (const { line, kind, parentCode } of bodies) {
    const wanted = PARENTS[kind];
    // A parent that is not in the file may be in the organisation already.
    const parent = byCode.get(parentCode);
    if (wanted !== undefined && (parentCode === "" || (parent !== undefined && parent.kind !== wanted)))
      findings.push(
        fault(
          line,
          `上级应是${wanted === "bureau" ? "财政局" : "部门"}。`,
          `Its parent must be a ${wanted}.`,
        ),
      );
  }
}

const RANK = { bureau: 0, department: 1, unit: 2 } as const;

function inOrder(bodies: readonly BodyLine[]): readonly BodyLine[] {
  return [...bodies].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.line - b.line);
}

function fault(line: number, zh: string, en: string): Finding {
  return {
    rule: "bodies/line",
    level: "error",
    message: { zh: `第${line}行：${zh}`, en: `Line ${line}: ${en}` },
    place: { kind: "line", file: "bodies.csv", line },
  };
}
