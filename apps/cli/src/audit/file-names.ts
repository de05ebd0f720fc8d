/** What the name of a published file says of the pack that it belongs to; a name need not say anything. */
interface NameSays {
  readonly body?: string;
  readonly year?: number;
  readonly kind?: "预算" | "决算";
  /** Of the department's own unit, not of the department with everything below it. */
  readonly unit: boolean;
  /** The tables of a pack, its narrative, or something that says neither and may be all of it. */
  readonly part: "tables" | "narrative" | "whole";
  /** Performance and project forms may bear the name of who fills them in. */
  readonly annex: boolean;
}

/**
 * The files of one folder by pack. Unless their names tell of several bodies, years, or of budget and final accounts,
 * they are one pack. Where they do, the folder is a shelf: each file is a pack, and only files of the same body, year
 * and kind of which one is the tables go together (附件1：…预算情况说明, 附件2：…预算报表).
 */
export function packsOfFolder(names: readonly string[]): readonly (readonly string[])[] {
  return isShelf(names) ? packsOfShelf(names) : [names];
}

/** The files of a folder that holds packs: those that are parts of one together, all others alone. */
export function packsOfShelf(names: readonly string[]): readonly (readonly string[])[] {
  const said = new Map(names.map((name) => [name, whatNameSays(name)]));
  const bodies = distinct([...said.values()].map(({ body }) => body));
  const only = bodies.length === 1 ? bodies[0] : undefined;
  const groups = new Map<string, string[]>();
  for (const [name, says] of said) {
    const body = says.body ?? only;
    const key =
      body === undefined || says.year === undefined
        ? name
        : JSON.stringify([core(body), says.year, says.kind ?? BUDGET, says.unit]);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()].flatMap((group) => {
    const parts = group.map((name) => said.get(name)?.part);
    const goTogether = parts.includes("tables") && parts.filter((part) => part === "whole").length <= 1;
    return goTogether ? [group] : group.map((name) => [name]);
  });
}

/** Whether the name of a file tells of which body and year it is. */
export function isToldByName(name: string): boolean {
  const { body, year } = whatNameSays(name);
  return body !== undefined && year !== undefined;
}

function isShelf(names: readonly string[]): boolean {
  const said = names.map(whatNameSays).filter(({ annex }) => !annex);
  const several = (values: readonly unknown[]) => distinct(values).length > 1;
  return (
    several(said.map(({ body }) => (body === undefined ? undefined : core(body)))) ||
    several(said.map(({ body, unit }) => (body === undefined ? undefined : unit))) ||
    several(said.map(({ year }) => year)) ||
    several(said.map(({ kind }) => kind))
  );
}

function distinct<T>(values: readonly T[]): NonNullable<T>[] {
  return [...new Set(values)].filter((value) => value !== undefined && value !== null);
}

const BUDGET = "预算";

/** A body with or without the office that acts for it is the same. */
function core(body: string): string {
  return body.replace(/(?:机关|办公厅|办公室|本级)$/u, "");
}

const EXTENSIONS = /(?:\.[a-z]{2,5})+$/iu;
const YEAR = /(?<!\d)(?:20)?(\d\d)\s*年(?:度)?/u;

function whatNameSays(name: string): NameSays {
  const stem = (name.split("/").at(-1) ?? name).normalize("NFKC").replace(EXTENSIONS, "");
  const year = YEAR.exec(stem)?.[1];
  const kind = /决算/u.exec(stem)?.[0] ?? /预算/u.exec(stem)?.[0];
  const body = bodyIn(stem);
  return {
    ...(body === undefined ? {} : { body }),
    ...(year === undefined ? {} : { year: 2000 + Number(year) }),
    ...(kind === undefined ? {} : { kind: kind as "预算" | "决算" }),
    unit: /单位|本级/u.test(stem),
    part: partOf(stem),
    annex: /绩效|项目|采购/u.test(stem),
  };
}

function partOf(stem: string): NameSays["part"] {
  if (/说明|文字|文本|正文/u.test(stem)) return "narrative";
  return /报表|表格|公开表|附表|表(?:\(.*\))?$/u.test(stem) ? "tables" : "whole";
}

/** Where the words for what is published begin. */
const PUBLISHED = /(?:部门|单位)?(?:预算|决算)|收支|项目支出|整体支出|三公|绩效|公开|情况|说明|报表/u;
const ORGANISATION =
  /(?:[局委厅部处院校会办]|办公室|中心|法院|检察院|街道|镇|乡|大队|支队|总队|馆|所|站|队)$/u;
const NO_NAME = /收入|支出|经费|财政拨款|一般公共|基金|国有资本|目录|封面|附件|总表|本部门|本单位/u;
const SHORTEST_NAME = 3;

/** The last part of a name that names a body: 交通运输局_附件1：某市交通运输局2026年部门预算报表. */
function bodyIn(stem: string): string | undefined {
  const segments = stem
    .replace(/附件\s*[\d一二三四五六七八九十]*|附表/gu, "")
    .replace(new RegExp(YEAR, "gu"), "")
    .split(/[\s_\-—~:、,.()[\]【】]+/u);
  for (const segment of segments.toReversed()) {
    const at = segment.search(PUBLISHED);
    const name = at < 0 ? segment : segment.slice(0, at);
    const isName = ORGANISATION.test(name) || (at > 0 && !NO_NAME.test(name));
    if (name.length >= SHORTEST_NAME && /\p{Script=Han}/u.test(name) && isName) return name;
  }
  return undefined;
}
