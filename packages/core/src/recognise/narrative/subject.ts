import { combine, type MeasureTemplate } from "../../measure/measure.ts";
import { kindOfCode } from "../codes.ts";
import { measureOfItem } from "../lexicon/items.ts";
import { functionalCategory } from "../lexicon/labels.ts";
import { measureOfWords } from "../lexicon/words.ts";
import { withoutNumber } from "../text.ts";
import { cannotBePart } from "./belongs.ts";
import { functionalSubject } from "./functional-subject.ts";
import type { ReadParagraph } from "./read-statements.ts";
import type { Statement } from "./statement.ts";
import { isGeneric } from "./words.ts";

/** Gives every statement the dimension values that its words, its whole and its headings name. */
export function bindMeasures(
  statements: readonly Statement[],
  paragraphs: readonly ReadParagraph[],
  year: number | undefined,
): readonly Statement[] {
  const bound = new Map<number, Statement>();
  for (const statement of statements) {
    const headings = paragraphs[statement.paragraph]?.paragraph.headings ?? [];
    const own = measureOf(statement, headings, undefined);
    const whole = wholeOf(bound, statement, own);
    const lead = bound.get(statement.restates ?? -1)?.measure;
    const measure = lead ?? measureOf(statement, headings, whole?.measure);
    const { whole: _whole, ...rest } = statement;
    bound.set(statement.id, {
      ...rest,
      measure: combine(measure, yearOf(statement.subject, year)),
      ...(whole === undefined ? {} : { whole: whole.id }),
    });
  }
  return [...bound.values()];
}

/** The nearest whole that the figure can be a part of: lists inside lists end without a mark. */
function wholeOf(
  bound: ReadonlyMap<number, Statement>,
  statement: Statement,
  own: MeasureTemplate,
): Statement | undefined {
  let whole = bound.get(statement.whole ?? -1);
  while (whole !== undefined && cannotBePart(whole.measure, own)) whole = bound.get(whole.whole ?? -1);
  return whole;
}

function measureOf(
  statement: Statement,
  headings: readonly string[],
  whole: MeasureTemplate | undefined,
): MeasureTemplate {
  const context = contextOf(headings);
  const category = headings.findLast((heading) => /[（(]类[）)]/u.test(heading));
  const named = category !== undefined && /^[^(]*\(款\)/u.test(statement.subject);
  const subject = named ? `${withoutNumber(category)}${withoutNumber(statement.subject)}` : statement.subject;
  const topic = isGeneric(statement.subject) ? measureOfSubject(statement.topic, context) : {};
  const own = combine(topic, measureOfSubject(subject, context));
  if (Object.keys(own).length === 0) return {};
  const inherited = whole === undefined ? {} : inheritable(whole);
  return plannedLike(whole, withSide(combine(inherited, own)));
}

/** The parts of vehicles to be bought are to be bought too. */
function plannedLike(whole: MeasureTemplate | undefined, measure: MeasureTemplate): MeasureTemplate {
  if (!whole?.item?.startsWith("assets/planned") || measure.item === undefined) return measure;
  return { ...measure, item: measure.item.replace("assets/held", "assets/planned") };
}

/** A part shares the side, the funds and the year of its whole. */
function inheritable({ side, fund, year, stage }: MeasureTemplate): MeasureTemplate {
  return {
    ...(side === undefined ? {} : { side }),
    ...(fund === undefined ? {} : { fund }),
    ...(year === undefined ? {} : { year }),
    ...(stage === undefined ? {} : { stage }),
  };
}

/** The dimension values that the words of a subject name. */
export function measureOfSubject(subject: string, context: MeasureTemplate = {}): MeasureTemplate {
  const text = behindYear(subject)
    .replace(/^(?:本|我)?(?:部门|单位)?(?:年初)?(?:安排)?/u, "")
    .replace(/^\(?[一二三四五六七八九十\d]{1,3}[)、.]/u, "");
  const functional = functionalSubject(text);
  if (functional !== undefined) return { functional, side: "expenditure" };
  const economic = economicSubject(text);
  if (economic !== undefined) return { ...economic, side: "expenditure" };
  const category = functionalCategory(text.replace(/(?:科目|\(类\)|预算)$/u, ""));
  if (category !== undefined) return { functional: category, side: "expenditure" };
  const core = (text.split(/安排的|中的/u).at(-1) ?? "").replace(
    /的?(?:预算|支出|安排|数|为|总额|金额|合计|总计)+$/u,
    "",
  );
  return {
    ...sideOf(text),
    ...flowOf(text),
    ...measureOfWords(text),
    ...measureOfWords(core),
    ...measureOfItem(text, context),
  };
}

/** The words behind the last year, or, where they say nothing, those before it: 公务接待费2024年预算数. */
function behindYear(subject: string): string {
  const behind = subject.replace(/^.*20\d\d年度?/u, "");
  return isGeneric(behind) ? subject.replace(/20\d\d年度?.*$/u, "") : behind;
}

const ECONOMIC: readonly (readonly [RegExp, MeasureTemplate])[] = [
  [/工资福利支出$/u, { departmentEconomic: "301" }],
  [/(?<!机关)商品和服务支出$/u, { departmentEconomic: "302" }],
  // Marked as a 款 they are economic items of basic expenditure, not the year's limit of all expenditure.
  [/因公出国\(境\)费用?\(款\)(?:支出)?$/u, { departmentEconomic: "30212" }],
  [/公务接待费\(款\)(?:支出)?$/u, { departmentEconomic: "30217" }],
  [/公务用车运行维护费\(款\)(?:支出)?$/u, { departmentEconomic: "30231" }],
];

/** An economic code in brackets, or a name that only one of the two economic classifications knows. */
function economicSubject(text: string): MeasureTemplate | undefined {
  const code = /\p{Script=Han}\(([35]\d{2}(?:\d{2})?)\)$/u.exec(text)?.[1];
  const kind = code === undefined ? undefined : kindOfCode(code);
  if (code !== undefined && kind !== undefined) return { [kind]: code };
  return /机关|政府/u.test(text) ? undefined : ECONOMIC.find(([pattern]) => pattern.test(text))?.[1];
}

/** Money that comes over from last year, or goes over to the next. */
function flowOf(text: string): MeasureTemplate {
  if (/上年(?:实户)?(?:资金)?(?:结转|结余|余额)|年初结转/u.test(text))
    return { side: "revenue", flow: "carry-over" };
  return /年[终末]结转|结转(?:结余)?(?:到)?下年/u.test(text)
    ? { side: "expenditure", flow: "carry-over" }
    : {};
}

function sideOf(text: string): MeasureTemplate {
  const revenue = text.lastIndexOf("收入");
  const expenditure = Math.max(text.lastIndexOf("支出"), text.lastIndexOf("经费"));
  if (revenue >= 0 && expenditure >= 0) return {};
  if (revenue >= 0) return { side: "revenue" };
  return expenditure >= 0 ? { side: "expenditure" } : {};
}

function withSide(measure: MeasureTemplate): MeasureTemplate {
  const spent =
    measure.kind !== undefined || /^(?:three-public|organ|conference|training)/u.test(measure.item ?? "");
  return measure.side === undefined && spent ? { ...measure, side: "expenditure" } : measure;
}

/** What the nearest headings say of all amounts below them. */
function contextOf(headings: readonly string[]): MeasureTemplate {
  const text = headings.slice(-2).join("");
  if (/采购/u.test(text)) return { procurement: "any" };
  if (/国有资产/u.test(text)) return { item: "assets" };
  return {};
}

function yearOf(subject: string, year: number | undefined): MeasureTemplate {
  const stated = /(20\d\d)年/u.exec(subject)?.[1];
  const relative = stated === undefined || year === undefined ? 0 : Number(stated) - year;
  const before = relative === -1 || (stated === undefined && /^(?:上年|去年)(?!结)/u.test(subject));
  return before ? { year: -1, ...(/执行/u.test(subject) ? { stage: "executed" as const } : {}) } : {};
}
