import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Sheets } from "../entry/sheets.ts";
import type { Comparison } from "../flow/compare.ts";
import type { AsOf } from "../year/compute-year.ts";
import type { Answer, FigureAnswer, Question, Rounding } from "./messages.ts";

export interface Checked extends Omit<Extract<Answer, { kind: "check" }>, "kind" | "turn"> {
  /** Whether figures are judged as they are published, as the server's gates judge them; else that is under way. */
  readonly settled: boolean;
}

/** Milliseconds without a change until figures are rounded as they are published, which takes longer. */
const SETTLE_AFTER = 600;

type Page = Extract<Answer, { kind: "preview" }>;
type Asking = Question extends infer Kind ? (Kind extends Question ? Omit<Kind, "turn"> : never) : never;

type Trail = Omit<Extract<Question, { kind: "trail" }>, "kind" | "turn">;
type SheetList = Extract<Question, { kind: "compare" }>["left"];

export interface Live {
  /** Of the entry as it stood a moment ago. */
  readonly checked: Checked | undefined;
  /** The last check did not come about by a fault of the program. */
  readonly failed: boolean;
  readonly preview: (rounding: Rounding) => Promise<Page["page"] | "failed">;
  /** Undefined: one of the two cannot be read as a budget. */
  readonly compare: (left: SheetList, right: SheetList) => Promise<Comparison | "failed" | undefined>;
  readonly figure: (ref: string) => Promise<FigureAnswer | undefined>;
  /** Ids of the records from which an indicator is counted. */
  readonly trail: (wanted: Trail) => Promise<readonly string[]>;
  /** Counts the checks: a preview made before is old. */
  readonly turn: number;
}

/**
 * Core at work beside the page: each change of the sheets is checked, the latest first; what came between is left out.
 * That quick answer has its figures rounded conventionally; when the sheets rest, a second worker, so that the first
 * stays quick, answers with what the server will say before a step. With a date the year as of that date is checked,
 * and else the budget.
 */
export function useLive(sheets: Sheets, ready: boolean, unit: string | undefined, year?: AsOf): Live {
  const [worker] = useState(() => new LiveWorker());
  const [settler] = useState(() => new LiveWorker());
  const [checked, setChecked] = useState<Checked>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    worker.start();
    return () => {
      worker.stop();
      settler.stop();
    };
  }, [worker, settler]);
  const latest = useRef({ sheets, year });
  if (latest.current.sheets !== sheets || latest.current.year !== year) latest.current = { sheets, year };
  const busy = useRef(false);
  const settling = useRef(false);
  const settled = useRef<typeof latest.current>(undefined);
  const check = useCallback(
    () =>
      forLatest(latest, busy, async (done) => {
        const answer = await worker.check(done.sheets, unit, "conventional", done.year);
        if (answer !== undefined) setFailed(answer.kind === "failed");
        if (answer?.kind !== "check") return;
        if (settled.current !== done) setChecked({ ...answer, settled: done.year !== undefined });
        setTurn(answer.turn);
      }),
    [worker, unit],
  );
  const settle = useCallback(
    () =>
      forLatest(latest, settling, async (done) => {
        settler.start();
        const answer = await settler.check(done.sheets, unit, "consistent", done.year);
        if (answer === undefined || done !== latest.current) return;
        setFailed(answer.kind === "failed");
        if (answer.kind !== "check") return;
        settled.current = done;
        setChecked({ ...answer, settled: true });
      }),
    [settler, unit],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the sheets or the date is checked.
  useEffect(() => {
    if (!ready) return undefined;
    void check();
    if (year !== undefined) return undefined;
    const timer = setTimeout(() => void settle(), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [check, settle, ready, sheets, year]);
  return useMemo(
    () => ({
      checked,
      failed,
      turn,
      preview: async (rounding) => {
        const answer = await worker.ask({ kind: "preview", rounding });
        return answer?.kind === "preview" ? answer.page : "failed";
      },
      compare: async (left, right) => {
        const answer = await worker.ask({ kind: "compare", left, right, unit });
        return answer?.kind === "compare" ? answer.comparison : "failed";
      },
      trail: async (wanted) => {
        const answer = await worker.ask({ kind: "trail", ...wanted });
        return answer?.kind === "trail" ? answer.rows : [];
      },
      figure: async (ref) => {
        const answer = await worker.ask({ kind: "figure", ref });
        return answer?.kind === "figure" ? answer.answer : undefined;
      },
    }),
    [worker, checked, failed, turn, unit],
  );
}

/** Does the work for what is latest, one after the other, until nothing later is there. */
async function forLatest<Value>(
  latest: { readonly current: Value },
  busy: { current: boolean },
  work: (value: Value) => Promise<void>,
): Promise<void> {
  if (busy.current) return;
  busy.current = true;
  try {
    for (let done: Value | undefined; done !== latest.current; ) {
      done = latest.current;
      await work(done);
    }
  } finally {
    busy.current = false;
  }
}

class LiveWorker {
  private worker: Worker | undefined;
  private turn = 0;
  private readonly waiting = new Map<number, (answer: Answer | undefined) => void>();
  private sent: Sheets = new Map();

  start(): void {
    if (this.worker !== undefined) return;
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.sent = new Map();
    // A worker that cannot even be loaded answers nothing.
    this.worker.onerror = () => {
      for (const [turn, done] of this.waiting) done({ kind: "failed", turn });
      this.waiting.clear();
    };
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.waiting.get(data.turn)?.(data);
      this.waiting.delete(data.turn);
    };
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    for (const done of this.waiting.values()) done(undefined);
    this.waiting.clear();
  }

  check(
    sheets: Sheets,
    unit: string | undefined,
    rounding: Rounding,
    year: AsOf | undefined,
  ): Promise<Answer | undefined> {
    const changed = [...sheets].filter(([sheet, rows]) => this.sent.get(sheet) !== rows);
    this.sent = sheets;
    return this.ask({ kind: "check", changed, unit, rounding, ...(year !== undefined && { year }) });
  }

  ask(question: Asking): Promise<Answer | undefined> {
    if (this.worker === undefined) return Promise.resolve(undefined);
    const turn = ++this.turn;
    const answer = new Promise<Answer | undefined>((done) => this.waiting.set(turn, done));
    this.worker.postMessage({ ...question, turn });
    return answer;
  }
}
