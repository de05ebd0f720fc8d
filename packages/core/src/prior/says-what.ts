import type { Statement } from "../recognise/narrative/statement.ts";
import type { Prose } from "../rules/narrative/context.ts";

const TOTAL =
  /^(?:(?:全年|当年|本年|年初|部门|单位|区级|市级|省级|总|合|计|数|的|为|共|和|与|、|预算|安排|收入|支出|收支|收)*)$/u;

/**
 * Whether a statement's measure is all that its words name: an item whose words were only half understood
 * (某某(项)支出 read as 支出) would pass for the total.
 */
export function saysWhat(prose: Prose, statement: Statement): boolean {
  const { measure, subject } = statement;
  const { year: _year, stage: _stage, side: _side, ...named } = measure;
  if (measure.functional === undefined && /\([类款项]\)/u.test(subject)) return false;
  if (Object.keys(named).length > 0) return true;
  if (measure.side === undefined) return false;
  const own = prose.body === undefined ? subject : subject.replace(prose.body, "");
  return TOTAL.test(prose.nameOf(statement)) || TOTAL.test(own.replace(/20\d\d年?度?|[(),，：:]/gu, ""));
}
