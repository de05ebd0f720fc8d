import type { Pack } from "../../pack/pack.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { type TotalMeasure, totalSubject } from "../../recognise/narrative/total-subject.ts";
import { isGeneric } from "../../recognise/narrative/words.ts";
import { withoutNumber } from "../../recognise/text.ts";
import { Prose } from "../narrative/context.ts";
import { figureIn, type Stated } from "./compare-with-cells.ts";

/** A total that a sentence states in words of which every one is understood. */
export interface StatedTotal extends Stated {
  readonly measure: TotalMeasure;
}

/** Under these headings the same words state a part: 绩效目标 covers some of the money, 采购 another count of it. */
const OTHER_MATTERS =
  /采购|资产|绩效|运行经费|三公|购买服务|债务|委托业务|会议费|名词|转移支付|[（(][类款项][）)]/u;

/** The totals of the budget that the prose of a pack states: of the year, not of another one or of a reason. */
export function statedTotals(pack: Pack): readonly StatedTotal[] {
  const prose = new Prose(pack);
  return prose.statements.flatMap((statement): StatedTotal[] => {
    const { amount, role, measure } = statement;
    if (amount?.kind !== "amount" || role !== "head") return [];
    if (measure.year === -1 || measure.stage !== undefined) return [];
    const headings = pack.paragraphs[statement.paragraph]?.headings ?? [];
    if (headings.some((heading) => OTHER_MATTERS.test(heading))) return [];
    if (!followsTotals(prose, statement, pack.body)) return [];
    const total = measureOf(prose, statement, pack.body);
    if (total === undefined) return [];
    const figure = figureIn(prose, statement, amount);
    return [{ statement, amount, figure, name: nameOf(prose, statement), measure: total }];
  });
}

/** …服务费70万元，上年结转5万元; 住房公积金(项):支出8万元: words after something else speak of that. */
function followsTotals(prose: Prose, { paragraph, start, id }: Statement, body: string | undefined): boolean {
  const text = prose.sentences.paragraphs[paragraph]?.compact.text ?? "";
  const sentence = Math.max(...["。", ";"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const title = /(?:^|[，,。;:])([^，,。;:]*):$/u.exec(text.slice(sentence, start))?.[1] ?? "";
  const titled =
    /其中|包括|如下|具体/u.test(title) || isGeneric(title) || totalSubject(title, body) !== undefined;
  const before = prose.statements.filter(
    (other) =>
      other.paragraph === paragraph && other.id < id && other.start >= sentence && other.role === "head",
  );
  const last = before.at(-1);
  return titled && (last === undefined || measureOf(prose, last, body) !== undefined);
}

/** A part has the side and the fund of its whole; a whole that is not understood leaves the part not understood. */
function measureOf(prose: Prose, statement: Statement, body: string | undefined): TotalMeasure | undefined {
  const words = isGeneric(statement.subject) ? statement.topic : statement.subject;
  const own = totalSubject(words, body);
  const lead = prose.leadOf(statement);
  if (lead !== statement) return measureOf(prose, lead, body);
  const whole = prose.statement(statement.whole);
  if (own === undefined || whole === undefined) return own;
  const outer = measureOf(prose, whole, body);
  if (outer === undefined) return undefined;
  const side = outer.side === "balance" ? undefined : outer.side;
  return {
    ...(side === undefined ? {} : { side }),
    ...(outer.fund === undefined ? {} : { fund: outer.fund }),
    ...own,
  };
}

/** The words that name a total: of a generic subject those of the clause or the heading before it. */
function nameOf(prose: Prose, statement: Statement): string {
  const lead = prose.leadOf(statement);
  const words = isGeneric(lead.subject) ? lead.topic : lead.subject;
  return withoutNumber(words).replace(/(?:总额|数)?(?:为|是|共)?$/u, "");
}
