// A large department made up for measuring: the same sizes give the same files, on any machine.
import { crosswalk, entriesOf } from "@mingzhang/core";

const YEAR = 2023;
const UNIT_TYPES = ["administrative", "civil-service", "public-welfare-1", "public-welfare-2"];
const FUNDS = ["general-public", "general-public", "general-public", "general-public", "service", "other"];
const PERSONNEL = ["30101", "30102", "30103", "30107", "30108", "30109", "30110", "30112", "30113"];
const OPERATING = ["30201", "30202", "30205", "30206", "30207", "30211", "30213", "30216", "30217", "30228"];
const PROJECT = ["30201", "30202", "30213", "30214", "30226", "30227", "30299", "31002", "31003"];
const OPERATING_LINES = ["2012601", "2013101", "2013601", "2050201", "2070101", "2080101", "2100101"];
const BASIC_FOR_ALL = ["2080505", "2080506", "2101101", "2210201"];

/** The files of a CSV folder by name. */
export function departmentFiles({ units, lines, projects }) {
  const random = generator(2023);
  const bodies = Array.from({ length: units }, (_, index) => ({
    id: `单位${index + 1}`,
    type: UNIT_TYPES[index % UNIT_TYPES.length],
  }));
  const names = Array.from({ length: projects }, (_, index) => `第${index + 1}号专项工作经费`);
  const functions = functionalItems();
  const rows = Array.from({ length: lines }, (_, index) => {
    const body = bodies[index % units];
    return index < names.length || index % 3 === 2
      ? projectLine(body, names[index % names.length], functions, random)
      : basicLine(body, index % 3 === 0 ? "personnel" : "operating", random);
  });
  return new Map([
    ["department.csv", departmentSheet()],
    ["units.csv", csv(["unit", "name", "type"], bodies.map(unitRow))],
    ["ledger.csv", csv(Object.keys(rows[0]), rows.map(Object.values))],
    ["prior-year.csv", priorSheet(rows)],
    [
      "prior-year-other.csv",
      csv(["year", "item", "amount_yuan"], [[YEAR - 1, "three-public/reception", "150000.00"]]),
    ],
    ["projects.csv", projectSheet(names)],
    ["indicators.csv", indicatorSheet(names)],
    ["assets.csv", csv(["item", "held", "planned"], [["vehicle/service", units, 1]])],
    ["reasons.csv", reasonSheet()],
  ]);
}

function unitRow({ id, type }, index) {
  return [id, `示例市综合事务第${index + 1}服务中心`, type];
}

function basicLine(body, kind, random) {
  const [economic, functional] =
    kind === "personnel"
      ? [economicOf(body, PERSONNEL, random), pick([...OPERATING_LINES, ...BASIC_FOR_ALL], random)]
      : [economicOf(body, OPERATING, random), pick(OPERATING_LINES, random)];
  return line(body, { kind, functional, economic, fund: pick(FUNDS, random), random });
}

function projectLine(body, project, functions, random) {
  const [functional, economic] = [pick(functions, random), economicOf(body, PROJECT, random)];
  return line(body, { kind: "project", functional, economic, project, fund: pick(FUNDS, random), random });
}

function line(body, { kind, functional, economic, project = "", fund, random }) {
  return {
    year: YEAR,
    unit: body.id,
    fund,
    functional,
    kind,
    project,
    department_economic: economic,
    government_economic: crosswalk(economic, body.type).governmentEconomic,
    amount_yuan: (1000 + Math.floor(random() * 50_000_000) / 100).toFixed(2),
  };
}

/** Items of the general public budget that the catalogue knows for the year, a few dozen from all categories. */
function functionalItems() {
  const items = entriesOf("functional").filter(
    ({ code, level, since = YEAR, until = YEAR }) =>
      level === 3 && since <= YEAR && YEAR <= until && code < "222" && !code.startsWith("2082"),
  );
  const step = Math.ceil(items.length / 120);
  return items.filter((_, index) => index % step === 0).map(({ code }) => code);
}

function departmentSheet() {
  return csv(
    ["field", "value"],
    Object.entries({
      year: YEAR,
      region: "示例市",
      profile: "chongqing-district",
      name: "示例市综合事务局",
      mandate: "负责全市综合事务；",
      structure: "内设机构和所属单位见公开表。",
      overall_goal: "保障全市综合事务有序运行。",
      operating_uses: "办公费、印刷费、邮电费、差旅费等",
      assets_as_of: `${YEAR - 1}年12月底`,
      contact: "张三",
      telephone: "023-00000000",
    }),
  );
}

/** Last year's lines: nine tenths of this year's, by functional code. */
function priorSheet(rows) {
  const sums = new Map();
  for (const { fund, functional, kind, amount_yuan } of rows) {
    const key = [fund, functional, kind === "project" ? "project" : "basic"].join(",");
    sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(amount_yuan) * 90));
  }
  const lines = [...sums].sort().map(([key, fen]) => [YEAR - 1, ...key.split(","), (fen / 100).toFixed(2)]);
  return csv(["year", "fund", "functional", "kind", "amount_yuan"], lines);
}

function projectSheet(names) {
  return csv(
    ["project", "rank", "compiled_by", "supervised_by", "summary", "basis", "goal"],
    names.map((name, index) => [
      name,
      index % 4 === 0 ? "key" : "general",
      "示例市综合事务局",
      "示例市综合事务局",
      "保障相关工作按计划开展，改善服务条件，提高办事效率。".repeat(2),
      "年度工作要点和预算编制要求。",
      "按计划完成年度任务，服务对象满意。",
    ]),
  );
}

function indicatorSheet(names) {
  const overall = [
    ["", "任务完成率", 50],
    ["", "群众满意度", 50],
  ];
  const own = names.flatMap((name) =>
    ["工作完成率", "按时办结率", "资金使用合规率", "成本控制率", "问题整改率", "服务对象满意度"].map(
      (indicator) => [name, indicator, 15],
    ),
  );
  return csv(
    ["project", "indicator", "weight", "measure_unit", "operator", "target", "core"],
    [...overall, ...own].map((row) => [...row, "%", "≥", 95, "no"]),
  );
}

function reasonSheet() {
  const subjects = ["basic", "project", "reception", "abroad", "vehicle-operation", "vehicle-purchase"];
  return csv(
    ["subject", "reason"],
    [...subjects, "organ-operating-funds"].map((subject) => [subject, "工作任务和人员变化"]),
  );
}

/** A code that this type of unit can spend under. */
function economicOf({ type }, codes, random) {
  return pick(
    codes.filter((code) => crosswalk(code, type) !== undefined),
    random,
  );
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

function csv(header, rows) {
  return `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

/** Mulberry32: small, even, and the same everywhere. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
