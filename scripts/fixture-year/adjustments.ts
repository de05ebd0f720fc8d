import type { EntryRecord } from "@mingzhang/renderers";
import { VISITS } from "./names.ts";

const REALLOCATION = {
  document: "万老调〔2023〕1号",
  kind: "reallocation",
  date: "2023-05-15",
  approval: "万财预〔2023〕61号",
  unit: "organ",
  reason: "公务接待减少，公务用车年检和维修费用增加。",
  filing_date: "2023-05-22",
  filing_number: "万财备〔2023〕7号",
};
const SUPPLEMENT = {
  document: "万老调〔2023〕2号",
  date: "2023-08-25",
  reason: "新增离退休干部转入，慰问和补助对象增加。",
  approval: "万财预〔2023〕118号",
};

/** One reallocation between two three-public items, filed after seven days; one supplement for a project. */
export const ADJUSTMENTS: readonly EntryRecord[] = [
  { ...REALLOCATION, department_economic: "30217", decrease_yuan: "500.00" },
  { ...REALLOCATION, department_economic: "30231", increase_yuan: "500.00" },
  {
    ...SUPPLEMENT,
    kind: "supplement",
    unit: "organ",
    project: VISITS,
    department_economic: "30399",
    increase_yuan: "20000.00",
  },
];

const MORE_VISITS = { ...SUPPLEMENT, indicator: "走访慰问老干部人次", target: "620" };

export const TARGET_CHANGES: readonly EntryRecord[] = [{ ...MORE_VISITS, project: VISITS }, MORE_VISITS];
