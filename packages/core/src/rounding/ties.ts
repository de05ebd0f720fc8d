import { type Book, selectLines } from "../book/book.ts";
import { THREE_PUBLIC_ITEMS } from "../budget/terms.ts";
import type { Fact } from "../fact/fact.ts";
import { type Measure, type MeasureTemplate, measureKey } from "../measure/measure.ts";
import { amountFormatOf } from "./system.ts";

/** Facts on both sides of an equation between tables; the first of the left side stands for it. */
export interface Tie {
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
}

/** Sums that hold between tables of different classifications, as far as the facts state both sides. */
export function tiesOf(facts: readonly Fact[], book: Book): readonly Tie[] {
  const amounts = facts.filter(({ quantity, exact }) => quantity.kind === "amount" && exact !== 0n);
  return [...classificationTies(amounts, book), ...threePublicTies(amounts), ...projectTies(amounts)];
}

/** Facts of one scope by the two economic classifications. */
interface ClassifiedFacts {
  readonly template: MeasureTemplate;
  readonly department: Fact[];
  readonly government: Fact[];
}

/**
 * The two economic classifications: categories of one and codes of the other that share lines with nothing else
 * add up to the same, e.g. 301 = 501 and 50501.
 */
function classificationTies(facts: readonly Fact[], book: Book): Tie[] {
  const scopes = new Map<string, ClassifiedFacts>();
  for (const fact of facts) {
    const { departmentEconomic, governmentEconomic, body: _body, year, ...rest } = fact.quantity.measure;
    if (year !== book.budget.department.year) continue;
    if ((departmentEconomic === undefined) === (governmentEconomic === undefined)) continue;
    const key = `${formatKey(fact)}|${measureKey({ ...rest, body: "", year })}`;
    const scope: ClassifiedFacts = scopes.get(key) ?? { template: rest, department: [], government: [] };
    scopes.set(key, scope);
    if (departmentEconomic?.length === 3) scope.department.push(fact);
    if (governmentEconomic?.length === 5) scope.government.push(fact);
  }
  return [...scopes.values()].flatMap(({ template, department, government }) =>
    department.length === 0 || government.length === 0
      ? []
      : connectedCodes(book, template).flatMap(({ departmental, governmental }): Tie[] => {
          const left = department.filter(({ quantity }) =>
            departmental.has(quantity.measure.departmentEconomic ?? ""),
          );
          const right = government.filter(({ quantity }) =>
            governmental.has(quantity.measure.governmentEconomic ?? ""),
          );
          return balances(left, right) ? [{ left, right }] : [];
        }),
  );
}

interface ConnectedCodes {
  readonly departmental: Set<string>;
  readonly governmental: Set<string>;
}

/** Departmental categories and governmental codes, together where lines connect them. */
function connectedCodes(book: Book, template: MeasureTemplate): readonly ConnectedCodes[] {
  let groups: ConnectedCodes[] = [];
  const pairs = new Set(
    selectLines(book, template).map(
      (line) => `${line.departmentEconomic.slice(0, 3)} ${line.governmentEconomic}`,
    ),
  );
  for (const pair of pairs) {
    const [departmental = "", governmental = ""] = pair.split(" ");
    const touched = groups.filter(
      (group) => group.departmental.has(departmental) || group.governmental.has(governmental),
    );
    const merged: ConnectedCodes = {
      departmental: new Set([departmental, ...touched.flatMap((group) => [...group.departmental])]),
      governmental: new Set([governmental, ...touched.flatMap((group) => [...group.governmental])]),
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  }
  return groups;
}

/** “三公”经费 items against their economic codes in the tables of basic and of project expenditure. */
function threePublicTies(facts: readonly Fact[]): Tie[] {
  return facts.flatMap((fact): Tie[] => {
    const { item, year } = fact.quantity.measure;
    const codes: readonly string[] | undefined = THREE_PUBLIC_ITEMS.find(
      ({ id }) => item === `three-public/${id}`,
    )?.codes;
    if (codes === undefined) return [];
    const under = facts.filter(
      (other) =>
        formatKey(other) === formatKey(fact) &&
        other.quantity.measure.year === year &&
        codes.includes(other.quantity.measure.departmentEconomic ?? ""),
    );
    const families = [
      under.filter(({ quantity }) => quantity.measure.kind === undefined),
      under.filter(({ quantity }) => isOneOf(quantity.measure, ["basic", "project"])),
      under.filter(({ quantity }) => isOneOf(quantity.measure, ["personnel", "operating", "project"])),
    ];
    return families
      .filter((parts) => parts.length > 0 && balances([fact], parts))
      .map((parts) => ({ left: [fact], right: parts }));
  });
}

function isOneOf({ kind }: Measure, kinds: readonly string[]): boolean {
  return kind !== undefined && kinds.includes(kind);
}

/** The amounts of the projects against the project expenditure that they make up. */
function projectTies(facts: readonly Fact[]): Tie[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { project, item } = fact.quantity.measure;
    if (project === undefined || item !== undefined) continue;
    groups.set(formatKey(fact), [...(groups.get(formatKey(fact)) ?? []), fact]);
  }
  return [...groups].flatMap(([key, projects]): Tie[] => {
    const whole = facts.find((fact) => formatKey(fact) === key && balances([fact], projects));
    return whole === undefined || projects.length < 2 ? [] : [{ left: [whole], right: projects }];
  });
}

function formatKey(fact: Fact): string {
  const format = amountFormatOf(fact);
  return `${format?.unit}${format?.decimals}`;
}

/** Whether both sides sum the same entries. */
function balances(left: readonly Fact[], right: readonly Fact[]): boolean {
  const mark = (facts: readonly Fact[]) => facts.reduce((sum, fact) => sum + (fact.mark ?? 0n), 0n);
  return left.length > 0 && right.length > 0 && mark(left) === mark(right);
}
