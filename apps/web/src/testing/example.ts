import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecord, type EntryRecords, recordsOf, writeEntryRecords } from "@mingzhang/renderers";

export const YEAR = 2023;
/** The bodies of the story by their names. */
export const DEPARTMENT = "中共重庆市万盛经济技术开发区工作委员会老干部局";
export const ORGAN = `${DEPARTMENT}（本级）`;
export const INSTITUTION = "重庆市万盛经济技术开发区老干部服务管理中心";
export const TRANSPORT = "万盛经开区交通局";
export const SECURITY = "万盛经开区国家安全局";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));

/** The example's two units, by the short names that their lines carry; one project is the second unit's. */
export const UNITS = { organ: "机关", institution: "中心" } as const;
type Unit = keyof typeof UNITS;
const OF_INSTITUTION = "老干部活动中心运维";

/** What a workspace is begun with, and the file that its administrator imports. */
export const BUREAU_CSV = "编码,全称,类别,上级编码\n0,万盛经开区财政局,财政局,\n";
export const BODIES_CSV = `编码,全称,简称,类别,上级编码,单位类型
216,${DEPARTMENT},老干部局,部门,0,
216001,${ORGAN},${UNITS.organ},单位,216,administrative
216002,${INSTITUTION},${UNITS.institution},单位,216,public-welfare-1
301,${TRANSPORT},交通局,部门,0,
302,${SECURITY},国安局,部门,0,
`;

/** The example as its people have it: a workbook of each unit, and the department's own, without the units' sheets. */
export async function exampleWorkbooks(): Promise<Readonly<Record<Unit | "department", Buffer>>> {
  const names = readdirSync(fixture).filter((name) => name.endsWith(".csv"));
  const entries = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixture + name)) }));
  const whole = recordsOf((await readLedger(entries)).sheets);
  const write = async (records: EntryRecords) => Buffer.from(await writeEntryRecords(records, YEAR));
  return {
    organ: await write(ofUnit(whole, "organ")),
    institution: await write(ofUnit(whole, "institution")),
    department: await write(new Map([...whole].filter(([sheet]) => !OF_UNITS.has(sheet)).map(ofDepartment))),
  };
}

const MOBILE = "13800138000";
const TEXTS = { mandate: "做好老干部服务管理工作。", structure: "内设老干部综合科。" };
const OF_UNITS: ReadonlySet<string> = new Set(["units", "ledger", "projects"]);

/** With a mobile number for the confidentiality review to look at. */
function ofDepartment([sheet, rows]: readonly [string, readonly EntryRecord[]]) {
  if (sheet === "department") return [sheet, rows.map((row) => ({ ...row, telephone: MOBILE }))] as const;
  return [sheet, sheet === "indicators" ? rows.filter(({ project }) => !project) : rows] as const;
}

function ofUnit(whole: EntryRecords, unit: Unit): EntryRecords {
  const rows = (sheet: string) => whole.get(sheet) ?? [];
  const owns = ({ project }: EntryRecord) =>
    !!project && (project === OF_INSTITUTION) === (unit === "institution");
  const named = (row: EntryRecord) => ({ ...row, unit: UNITS[unit] });
  const units = rows("units").filter((row) => row.unit === unit);
  return new Map([
    ["department", rows("department")],
    ["units", units.map((row) => ({ ...named(row), ...TEXTS }))],
    [
      "ledger",
      rows("ledger")
        .map(withOneOwner)
        .filter((row) => row.unit === unit)
        .map(named),
    ],
    ["projects", rows("projects").filter(owns)],
    ["indicators", rows("indicators").filter(owns).map(withDoubt)],
    ["reasons", rows("reasons").map(named)],
  ]);
}

/** Each project is one unit's. */
function withOneOwner(row: EntryRecord): EntryRecord {
  if (row.project === OF_INSTITUTION) return { ...row, unit: "institution", government_economic: "" };
  return row.unit === "institution" && row.project ? { ...row, project: OF_INSTITUTION } : row;
}

/** A target in words, which asks for an explanation. */
function withDoubt(row: EntryRecord): EntryRecord {
  return row.indicator === "编印老同志园地" ? { ...row, target: "每半年1" } : row;
}
