import {
  type Budget,
  type BudgetLine,
  type CatalogueId,
  DEPARTMENT,
  type Fen,
  nameOf,
  type PriorLine,
  sumFen,
} from "@mingzhang/core";

export interface Share {
  readonly code: string;
  readonly name: string;
  readonly now: Fen;
  /** Undefined: last year's is not known at this detail. */
  readonly last: Fen | undefined;
}

export interface Expenditure {
  /** Functional classes, beside what is entered as last year's budget. */
  readonly functional: readonly Share[];
  /** Departmental economic classes, beside last year's lines where they are known. */
  readonly economic: readonly Share[];
}

type Amount = { readonly code: string; readonly amount: Fen };

/** Expenditure by class of a budget's body, transfers between its own units left out. */
export function expenditureOf(budget: Budget, body: string, last: Budget | undefined): Expenditure {
  const { year } = budget.department;
  const lines = linesOf(budget, body);
  const prior = budget.priorLines.filter(({ unit }) => body === DEPARTMENT || unit === body);
  return {
    functional: shares(
      "functional",
      year,
      lines.map(byFunction),
      prior.length === 0 ? undefined : prior.map(byFunction),
    ),
    economic: shares(
      "department-economic",
      year,
      lines.map(byEconomicClass),
      last === undefined ? undefined : linesOf(last, body).map(byEconomicClass),
    ),
  };
}

function linesOf({ lines }: Budget, body: string): readonly BudgetLine[] {
  return lines.filter(
    ({ unit, counterparty }) => counterparty === undefined && (body === DEPARTMENT || unit === body),
  );
}

const byFunction = ({ functional, amount }: BudgetLine | PriorLine): Amount => ({ code: functional, amount });
const byEconomicClass = ({ departmentEconomic, amount }: BudgetLine): Amount => ({
  code: departmentEconomic,
  amount,
});

function shares(
  catalogue: CatalogueId,
  year: number,
  now: readonly Amount[],
  last: readonly Amount[] | undefined,
): readonly Share[] {
  const classes = [...new Set([...now, ...(last ?? [])].map(({ code }) => code.slice(0, 3)))].sort();
  const sum = (amounts: readonly Amount[], code: string) =>
    sumFen(amounts.filter((one) => one.code.startsWith(code)).map(({ amount }) => amount));
  return classes.map((code) => ({
    code,
    name: nameOf(catalogue, code, year) ?? "",
    now: sum(now, code),
    last: last && sum(last, code),
  }));
}
