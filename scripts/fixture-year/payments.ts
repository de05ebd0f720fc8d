import {
  addFen,
  type Budget,
  type Fen,
  fen,
  formatYuan,
  parseYuan,
  subtractFen,
  ZERO,
} from "@mingzhang/core";
import type { EntryRecord } from "@mingzhang/renderers";
import { ADJUSTMENTS } from "./adjustments.ts";
import { byDate, type DatedRecord } from "./dated-record.ts";
import { CENTRE, SERVICE, VISITS } from "./names.ts";

/** Percent of the adjusted budget paid by the end of each month. Wages are paid in twelfths. */
const PAID: Readonly<Record<string, readonly number[]>> = {
  [SERVICE]: [3, 6, 10, 16, 24, 32, 40, 52, 69, 78, 86, 93],
  [VISITS]: [8, 15, 22, 30, 38, 45, 52, 60, 72, 82, 90, 98],
  [CENTRE]: [2, 5, 9, 14, 19, 24, 30, 42, 55, 66, 76, 85],
};
const OPERATING = [6, 12, 20, 28, 36, 44, 53, 61, 70, 79, 88, 96];
const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (day, index) => `2023-${String(index + 1).padStart(2, "0")}-${day}`,
);

interface Account {
  readonly unit: string;
  readonly project: string;
  readonly code: string;
  readonly isWage: boolean;
  readonly amount: Fen;
}

/** What was paid in each month under each code, and one payment that was taken back. */
export function paymentsOf(budget: Budget): readonly EntryRecord[] {
  const accounts = accountsOf(budget);
  const monthly = MONTH_ENDS.flatMap((date, month) =>
    accounts.map((account) => {
      const before = month === 0 ? ZERO : paidBy(account, month - 1);
      return payment(account, date, subtractFen(paidBy(account, month), before));
    }),
  );
  const training = { unit: "organ", project: SERVICE, code: "30216" };
  const returned = [
    { ...payment(training, "2023-10-31", fen(20_000)), voucher: "1031-07" },
    { ...payment(training, "2023-11-15", fen(-20_000)), voucher: "1115-02（退回）" },
  ];
  return [...monthly, ...returned].sort(byDate);
}

function payment(
  { unit, project, code }: Pick<Account, "unit" | "project" | "code">,
  date: string,
  amount: Fen,
): DatedRecord {
  return {
    date,
    unit,
    ...(project === "" ? {} : { project }),
    department_economic: code,
    amount_yuan: formatYuan(amount),
  };
}

/** The budget by unit, project and code; wages apart from other expenditure under the same code. */
function accountsOf({ lines }: Budget): readonly Account[] {
  const accounts = new Map<string, Account>();
  for (const { unit, project = "", departmentEconomic: code, kind, amount } of lines) {
    const key = [unit, project, code, kind].join(" ");
    const before = accounts.get(key)?.amount ?? ZERO;
    const isWage = kind === "personnel";
    accounts.set(key, { unit, project, code, isWage, amount: addFen(before, amount) });
  }
  return [...accounts.values()];
}

function paidBy(account: Account, month: number): Fen {
  const adjusted = addFen(account.amount, changeBy(account, MONTH_ENDS[month] ?? ""));
  if (account.isWage) return fen((adjusted * BigInt(month + 1)) / 12n);
  const percent = (PAID[account.project] ?? OPERATING)[month] ?? 0;
  return fen((adjusted * BigInt(percent)) / 100n);
}

function changeBy({ unit, project, code, isWage }: Account, date: string): Fen {
  let change = ZERO;
  for (const line of ADJUSTMENTS) {
    const isOwn = line.unit === unit && (line.project ?? "") === project && line.department_economic === code;
    if (isWage || !isOwn || (line.date ?? "") > date) continue;
    const yuan = (text: string | undefined) => parseYuan(text ?? "") ?? ZERO;
    change = addFen(change, subtractFen(yuan(line.increase_yuan), yuan(line.decrease_yuan)));
  }
  return change;
}
