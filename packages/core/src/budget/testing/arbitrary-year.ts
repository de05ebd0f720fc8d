import fc from "fast-check";
import { fen, ZERO } from "../../money/fen.ts";
import type { AdjustmentLine, IndicatorReference, PerformanceYear, TargetChange } from "../year.ts";
import {
  ACHIEVEMENTS,
  COUNTING_METHODS,
  DISCLOSED_DOCUMENTS,
  EVIDENCE_KINDS,
  REVIEW_LEVELS,
} from "../year-terms.ts";
import { compact, idOf, maybe, word } from "./arbitrary-budget.ts";

const date = fc.constantFrom("2023-01-01", "2023-06-30", "2023-07-31", "2023-12-31");
const account = fc.constantFrom(
  { unit: "机关", departmentEconomic: "30101" },
  { unit: "机关", departmentEconomic: "30201" },
  { unit: "档案馆", project: "档案服务专项", departmentEconomic: "30201" },
);
/** The sample's indicators: of those that are counted no value is typed. */
const PROJECT = "档案服务专项";
const WHOLE: IndicatorReference = { indicator: "档案工作覆盖率" };
const COUNTED: IndicatorReference = { project: PROJECT, indicator: "数字化档案数量" };
const TYPED: IndicatorReference = { project: PROJECT, indicator: "查阅满意度" };
const project = maybe(fc.constant(PROJECT));
const number = fc.constantFrom("0", "12", "2500", "0.5");
const prose = fc.array(word, { minLength: 1, maxLength: 2 }).map((lines) => lines.join("\n"));

/** Supplements, so that no document has to balance or to be filed; each has its targets confirmed. */
const adjustments = fc.array(
  fc
    .record({
      kind: fc.constant("supplement" as const),
      date: fc.constant("2023-06-30"),
      approval: maybe(word),
      account,
      change: fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fen),
      reason: prose,
      filingDate: maybe(fc.constant("2023-07-02")),
      filingNumber: maybe(word),
    })
    .map(({ account: of, ...line }) => ({ ...compact(line), ...of })),
  { maxLength: 3 },
);

function confirmed(lines: readonly AdjustmentLine[]): readonly TargetChange[] {
  return lines.flatMap((line) =>
    line.project === undefined
      ? []
      : [{ document: line.document, date: line.date, project: line.project, reason: "目标不变。" }],
  );
}

const record = fc
  .record({
    date,
    kind: idOf(EVIDENCE_KINDS),
    project,
    matter: word,
    place: maybe(word),
    count: maybe(number),
    measureUnit: maybe(word),
    share: maybe(fc.constantFrom({ reached: "0", due: "0" }, { reached: "33", due: "35" })),
    amount: fc.constantFrom(ZERO, fen(12_345)),
    attachment: maybe(word),
    recordedBy: maybe(word),
  })
  .map(({ share, ...rest }) => ({ ...compact(rest), ...share }));

const said = { achievement: maybe(idOf(ACHIEVEMENTS)), reason: prose };

/** What is said once of each of some indicators. */
const once = <Owner extends object, T extends object>(of: readonly Owner[], what: fc.Arbitrary<T>) =>
  fc
    .subarray([...of])
    .chain((chosen) =>
      fc.tuple(...chosen.map((owner) => what.map((saying) => ({ ...owner, ...compact(saying) })))),
    );

/** Any year of the sample budget that reading finds nothing wrong with. */
export const arbitraryYear: fc.Arbitrary<PerformanceYear> = fc
  .record({
    adjustments,
    payments: fc.array(
      fc
        .record({
          date,
          account,
          amount: fc.bigInt({ min: -1000n, max: 10n ** 9n }).map(fen),
          voucher: maybe(word),
        })
        .map(({ account: of, ...payment }) => ({ ...compact(payment), ...of })),
      { maxLength: 3 },
    ),
    records: fc.array(record, { maxLength: 4 }),
    countings: once(
      [WHOLE, COUNTED],
      fc.record({
        method: idOf(COUNTING_METHODS),
        kind: maybe(idOf(EVIDENCE_KINDS)),
        matter: maybe(word),
        sourceProject: project,
      }),
    ),
    progress: once(
      [TYPED, { project: PROJECT }],
      fc.record({
        date,
        actual: maybe(number),
        forecast: maybe(number),
        measure: maybe(prose),
        measureDue: maybe(date),
        measureDone: maybe(date),
        ...said,
      }),
    ),
    evaluations: once(
      [TYPED, { project: PROJECT }, {}],
      fc.record({
        actual: maybe(number),
        share: maybe(number),
        improvement: maybe(prose),
        summary: maybe(prose),
        ...said,
      }),
    ),
    reviews: once(
      [WHOLE, COUNTED, TYPED],
      fc.record({ level: idOf(REVIEW_LEVELS), score: fc.constantFrom("0", "12.5"), comment: maybe(prose) }),
    ),
    disclosures: fc.array(
      fc
        .record({
          document: idOf(DISCLOSED_DOCUMENTS),
          approvalDate: fc.constant("2023-02-10"),
          publicationDate: maybe(fc.constant("2023-02-24")),
          address: maybe(word),
        })
        .map(compact),
      { maxLength: 2 },
    ),
  })
  .map((year) => {
    const lines = year.adjustments.map((line, index) => ({ ...line, document: `调${index}号` }));
    return {
      ...year,
      adjustments: lines,
      targetChanges: confirmed(lines),
      records: year.records.map((evidence, index) => ({ ...evidence, number: `A${index}` })),
    };
  }) as fc.Arbitrary<PerformanceYear>;
