import { type Draft, draft } from "./draft.ts";
import type { Mention } from "./mention.ts";
import { isGeneric, namesAgain } from "./words.ts";

export interface ParagraphContext {
  readonly index: number;
  readonly year: number | undefined;
  readonly topic: string;
}

/** What is being read inside one pair of brackets, or in the paragraph itself. */
export interface Frame {
  current: Draft | undefined;
  whole: Draft | undefined;
  /** The last clause that ended without a figure, as a title for the amounts that follow. */
  title: string;
}

/** Where the reading of a paragraph stands: of what it speaks, inside which list, and whether it gives a reason. */
export class ParagraphState {
  protected readonly drafts: Draft[] = [];
  protected readonly unbound: Mention[] = [];
  protected frame: Frame = { current: undefined, whole: undefined, title: "" };
  protected readonly outer: Frame[] = [];
  protected lead: Draft | undefined;
  protected words = { text: "", start: 0 };
  /** 与上年相比, as a clause of its own: what the next clause compares with. */
  protected pendingBase: string | undefined;
  protected inReason = false;
  protected inDetail = false;
  protected lastMark = "";
  protected sentence = 0;

  constructor(
    protected readonly context: ParagraphContext,
    protected readonly firstId: number,
  ) {}

  protected startReason(at: number): void {
    this.inReason = true;
    const current = this.frame.current;
    if (current !== undefined && current.reason === undefined) current.reason = { start: at, end: at };
  }

  protected startParts(): void {
    this.inReason = false;
    if (this.lastMark === ";" && this.frame.whole !== undefined) this.frame.whole = undefined;
    else if (this.frame.current?.amount !== undefined)
      this.frame.whole = this.frame.current.restates ?? this.frame.current;
  }

  protected endSentence(end: number, mark: string): void {
    if (this.inReason && this.frame.current?.reason !== undefined)
      this.frame.current.reason = { start: this.frame.current.reason.start, end };
    this.inReason = false;
    this.inDetail = false;
    this.pendingBase = undefined;
    if (mark !== "。") return;
    this.sentence++;
    if (this.frame.whole !== undefined && this.outer.length === 0) {
      this.frame.whole = undefined;
      if (this.frame.current?.whole !== undefined) this.frame.current = this.lead;
    }
  }

  /** A comparison that begins its clause speaks of the figure again, not of the reason before it. */
  protected endReasonAt(compare: number | undefined): void {
    if (compare === 0 && !this.inDetail) this.inReason = false;
  }

  /** 收入…，其中：…；支出…: what is on the other side is no part. */
  protected leaveWhole(gap: string): void {
    const whole = this.frame.whole?.subject ?? "";
    const crosses = (a: string, b: string) =>
      whole.endsWith(a) && !whole.includes(b) && gap.includes(b) && !gap.includes(a);
    if (this.lastMark === "、" || this.lastMark === ",") return;
    if (crosses("收入", "支出") || crosses("支出", "收入")) this.frame.whole = undefined;
  }

  /** The statement that words without an amount of their own speak of: the last one, or one that they name. */
  protected target(subject: string, start: number): Draft | undefined {
    const named = subject.replace(/^[,，、]|^(?:收支|各|均|也|相应)$/gu, "");
    if (this.inReason || this.inDetail) {
      if (named === "") return this.inReason ? this.lastReason() : this.frame.current;
    } else if (named === "" || isGeneric(named)) return this.frame.current;
    else if (
      this.frame.current !== undefined &&
      this.frame.whole === undefined &&
      namesAgain(named, this.subjectOf(this.frame.current))
    )
      return this.frame.current;
    const made = draft({
      id: this.firstId + this.drafts.length,
      paragraph: this.context.index,
      start,
      end: start + subject.length,
      subject: named,
      topic: this.context.topic,
      role: this.inReason ? "reason" : "change-only",
      sentence: this.sentence,
      ...(this.frame.whole === undefined ? {} : { whole: this.frame.whole }),
    });
    this.drafts.push(made);
    if (made.role === "change-only") this.frame.current = made;
    return made;
  }

  protected subjectOf({ subject, topic }: Draft): string {
    return isGeneric(subject) ? topic : subject;
  }

  protected lastReason(): Draft | undefined {
    const last = this.drafts.at(-1);
    return last?.role === "reason" ? last : undefined;
  }

  protected isUnsure(target: Draft | undefined): boolean {
    return target !== undefined && target.sentence !== this.sentence && this.drafts.length > 1;
  }
}
