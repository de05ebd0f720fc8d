import { type Draft, draft, finish, lastComparison } from "./draft.ts";
import type { Mention } from "./mention.ts";
import { ParagraphState } from "./paragraph-state.ts";
import type { Direction, Statement } from "./statement.ts";
import { type Token, tokensOf } from "./tokens.ts";
import {
  baseOf,
  changeAtEnd,
  changeIn,
  comesTo,
  compareIn,
  isGeneric,
  partsAfter,
  reasonIn,
  sameIn,
  sizeCompareIn,
  splitCompare,
  tellsUse,
} from "./words.ts";

/** Reads one paragraph from left to right. */
export class ParagraphReader extends ParagraphState {
  read(text: string): { readonly statements: readonly Statement[]; readonly unbound: readonly Mention[] } {
    for (const token of tokensOf(text)) this.take(token);
    this.endClause(text.length, "。");
    return { statements: this.drafts.map(finish), unbound: this.unbound };
  }

  private take(token: Token): void {
    if (token.type === "words") this.takeWords(token.text, token.start);
    else if (token.type === "figure") this.takeFigure(token.mention);
    else if (token.type === "separator") this.endClause(token.end, token.mark);
    else if (token.type === "open") this.openBracket(token.start);
    else this.closeBracket(token.start);
  }

  private takeWords(text: string, start: number): void {
    const reason = reasonIn(text);
    const parts = reason === undefined ? partsAfter(text) : undefined;
    if (/^[一二三四五六七八九]是/u.test(text) && this.sentence > 0 && this.drafts.length > 0)
      this.inReason = true;
    if (reason !== undefined) this.startReason(start + reason);
    if (tellsUse(text)) this.inDetail = true;
    else if (parts !== undefined) this.startParts();
    this.words = parts === undefined ? { text, start } : { text: text.slice(parts), start: start + parts };
  }

  private openBracket(at: number): void {
    this.flushSame(at);
    this.outer.push(this.frame);
    this.frame = { current: this.frame.current, whole: this.frame.current, title: "" };
    this.words = { text: "", start: at + 1 };
  }

  private closeBracket(at: number): void {
    this.flushSame(at);
    const frame = this.outer.pop();
    if (frame !== undefined) this.frame = frame;
    this.words = { text: "", start: at + 1 };
  }

  private endClause(end: number, mark: string): void {
    this.flushSame(end);
    if (mark === ":" && this.words.text === "" && this.frame.current?.end === end - 1) this.startParts();
    if (/^(?:比|较|与|同|和).{2,20}(?:相比|对比|比较|相较)$/u.test(this.words.text))
      this.pendingBase = this.words.text;
    if (this.words.text !== "" && (mark === ":" || mark === "。")) this.frame.title = this.words.text;
    if (mark === ";" || mark === "。") this.endSentence(end, mark);
    this.words = { text: "", start: end };
    this.lastMark = mark === "，" ? "," : mark;
  }

  /** 与上年持平, 比上年有所减少: a comparison without a figure. */
  private flushSame(end: number): void {
    const { text, start } = this.words;
    if (text === "" || this.inReason || this.directOpen(text, end)) return;
    const compare = compareIn(text);
    const same = sameIn(text);
    const change = compare === undefined ? undefined : changeIn(text.slice(compare));
    if (compare === undefined && (same === undefined || same.at > 6)) return;
    if (same === undefined && change === undefined) return;
    const before = compare === undefined ? "" : text.slice(0, compare).replace(/^[,，]/u, "");
    const target = this.target(before, start);
    target?.comparisons.push({
      ...(compare === undefined
        ? {}
        : { base: baseOf(text.slice(compare, same?.at ?? undefined), this.context.year) }),
      ...(same === undefined ? change : { direction: "same" as const, word: same.word }),
      start,
      end,
      unsure: this.isUnsure(target),
    });
  }

  /** …比2023年50万元[增加较多]: the direction of a comparison whose base has just been read. */
  private directOpen(text: string, end: number): boolean {
    const current = this.frame.current;
    const open = current?.comparisons.at(-1);
    if (current === undefined || open?.baseAmount === undefined || open.direction !== undefined) return false;
    const same = sameIn(text);
    const found =
      same === undefined ? changeIn(text.slice(0, 4)) : { direction: "same" as const, word: same.word };
    if (found === undefined || (same?.at ?? 0) > 4) return false;
    current.comparisons[current.comparisons.length - 1] = { ...open, ...found, end };
    return true;
  }

  private takeFigure(mention: Mention): void {
    const gap = this.words.text;
    if (mention.kind === "percent") this.takePercent(gap, mention);
    else if (mention.kind === "count" && !/[辆台套个]/u.test(mention.noun)) this.unbound.push(mention);
    else this.takeAmount(gap, mention);
    this.words = { text: "", start: mention.end };
  }

  private takeAmount(gap: string, mention: Mention): void {
    const change = comesTo(gap) ? undefined : changeAtEnd(gap);
    const compare = compareIn(gap);
    const size = sizeCompareIn(gap);
    if (size !== undefined) this.takeSize(gap.slice(0, size.at), size, mention);
    else if (change !== undefined) this.takeChange(gap.slice(0, change.at), compare, change, mention);
    else if (compare !== undefined && compare < gap.length - 1) this.takeBase(gap, compare, mention);
    else this.takeHead(gap, mention);
  }

  private takeSize(
    before: string,
    size: { direction: Direction; word: string; base: string },
    mention: Mention,
  ): void {
    const target = /^本年数?$|^本年预算数?$/u.test(before)
      ? this.frame.current
      : this.target(before, this.words.start);
    if (target === undefined) this.unbound.push(mention);
    else
      target.comparisons.push({
        base: baseOf(size.base, this.context.year),
        direction: size.direction,
        word: size.word,
        change: mention,
        start: this.words.start,
        end: mention.end,
        unsure: this.isUnsure(target),
      });
  }

  private takeChange(
    before: string,
    compare: number | undefined,
    change: { direction: Draft["comparisons"][number]["direction"]; word: string },
    mention: Mention,
  ): void {
    const split = splitCompare(compare === undefined ? "" : before.slice(compare));
    const subject = compare === undefined ? before : before.slice(0, compare) || split.subject;
    const baseWords = split.base || (this.pendingBase ?? "");
    this.endReasonAt(compare);
    const target = this.target(subject, this.words.start);
    if (target === undefined) {
      this.unbound.push(mention);
      return;
    }
    const open = lastComparison(target);
    const direction = change.direction === undefined ? {} : { direction: change.direction };
    if (
      compare === undefined &&
      open !== undefined &&
      open.change === undefined &&
      open.growth === undefined &&
      open.direction !== "same"
    ) {
      target.comparisons[target.comparisons.length - 1] = {
        ...open,
        ...direction,
        word: change.word,
        change: mention,
        end: mention.end,
      };
      return;
    }
    target.comparisons.push({
      ...(baseWords === "" ? {} : { base: baseOf(baseWords, this.context.year) }),
      ...direction,
      word: change.word,
      change: mention,
      start: this.words.start,
      end: mention.end,
      unsure: this.isUnsure(target),
    });
  }

  private takeBase(gap: string, compare: number, mention: Mention): void {
    this.endReasonAt(compare);
    const target = this.target(gap.slice(0, compare), this.words.start);
    if (target === undefined) {
      this.unbound.push(mention);
      return;
    }
    target.comparisons.push({
      base: baseOf(gap.slice(compare), this.context.year),
      baseAmount: mention,
      start: this.words.start,
      end: mention.end,
      unsure: this.isUnsure(target),
    });
  }

  private takeHead(gap: string, mention: Mention): void {
    const earlier = this.earlierYear(gap);
    const current = this.frame.current ?? this.lead;
    if (earlier !== undefined && current !== undefined && mention.kind === "amount") {
      current.earlier.push({ base: earlier, amount: mention });
      return;
    }
    if (/(?:增加|减少|降低|下降)/u.test(gap.slice(-3)) && !isGeneric(gap)) {
      this.unbound.push(mention);
      return;
    }
    this.leaveWhole(gap);
    const made = this.head(gap, mention);
    this.drafts.push(made);
    if (made.role === "reason" || made.role === "detail") return;
    this.frame.current = made;
    this.lead ??= made;
  }

  /** 2025年预算执行数为…: an amount of an earlier year in words that say nothing else. */
  private earlierYear(gap: string) {
    const base = baseOf(gap, this.context.year);
    if (base.relative !== -1 && !(base.year !== undefined && base.year === (this.context.year ?? 0) - 1))
      return undefined;
    const rest = gap.replace(/执行数?|决算数?|调整|财政|当年|上年度?|去年|完成/gu, "");
    return isGeneric(rest) ? base : undefined;
  }

  private head(gap: string, mention: Mention): Draft {
    const generic = isGeneric(gap);
    const restates =
      generic &&
      mention.kind === "amount" &&
      this.lead?.amount?.kind === "amount" &&
      this.frame.whole === undefined &&
      this.outer.length === 0
        ? this.lead
        : undefined;
    return draft({
      id: this.firstId + this.drafts.length,
      paragraph: this.context.index,
      start: this.words.start,
      end: mention.end,
      subject: gap.replace(/^[,，、]/u, ""),
      topic: generic ? this.frame.title || this.context.topic : this.context.topic,
      amount: mention,
      role: this.inReason ? "reason" : this.inDetail ? "detail" : "head",
      sentence: this.sentence,
      ...(this.frame.whole === undefined ? {} : { whole: this.frame.whole }),
      ...(restates === undefined ? {} : { restates }),
    });
  }

  private takePercent(gap: string, mention: Mention): void {
    const share = /占(?<of>[^占]*)$/u.exec(gap);
    if (share !== null) {
      this.takeShare(gap.slice(0, share.index), share.groups?.of ?? "", mention);
      return;
    }
    const change = changeAtEnd(gap);
    const compare = compareIn(gap);
    const subject = compare === undefined ? gap.slice(0, change?.at ?? gap.length) : gap.slice(0, compare);
    this.endReasonAt(compare);
    const target = this.target(subject.replace(/^[,，或即]/u, ""), this.words.start);
    const open = target === undefined ? undefined : lastComparison(target);
    if (target === undefined || (change === undefined && (gap !== "" || open?.change === undefined))) {
      this.unbound.push(mention);
      return;
    }
    const fields = {
      ...(change === undefined ? {} : { growthDirection: change.direction, growthWord: change.word }),
      growth: mention,
      end: mention.end,
    };
    const base =
      compare === undefined ? undefined : baseOf(gap.slice(compare, change?.at), this.context.year);
    const goesOn = base === undefined || (open?.change !== undefined && open.base?.text === base.text);
    if (goesOn && open !== undefined && open.growth === undefined && open.direction !== "same")
      target.comparisons[target.comparisons.length - 1] = { ...open, ...fields };
    else
      target.comparisons.push({
        ...(base === undefined ? {} : { base }),
        ...fields,
        start: this.words.start,
        unsure: this.isUnsure(target),
      });
  }

  private takeShare(subject: string, of: string, mention: Mention): void {
    const target = this.target(subject, this.words.start);
    if (target === undefined || target.share !== undefined || target.amount === undefined)
      this.unbound.push(mention);
    else target.share = { figure: mention, of: of.replace(/的(?:比例|比重)?为?$|比例?为?$/u, "") };
  }
}
