import type { Place } from "../../document/document.ts";
import type { Text } from "../../finding/finding.ts";
import type { Pack } from "../../pack/pack.ts";
import { printedSpan } from "../../recognise/narrative/compact.ts";
import type { Mention } from "../../recognise/narrative/mention.ts";
import { narrativeOf } from "../../recognise/narrative/of-pack.ts";
import { type Sentences, sentenceFactId } from "../../recognise/narrative/read-sentences.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import type { PrintedFigure } from "../identity.ts";
import type { RuleResult, Violation } from "../rule.ts";

/** The prose of a pack with what its rules need again and again: names, quotations, places. */
export class Prose {
  readonly sentences: Sentences;
  /** The publishing body's name, as the pack prints it. */
  readonly body: string | undefined;
  private readonly byId: ReadonlyMap<number, Statement>;

  constructor(pack: Pack) {
    this.sentences = narrativeOf(pack);
    this.body = pack.body;
    this.byId = new Map(this.sentences.statements.map((statement) => [statement.id, statement]));
  }

  get statements(): readonly Statement[] {
    return this.sentences.statements;
  }

  statement(id: number | undefined): Statement | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  partsOf(whole: Statement): readonly Statement[] {
    return this.statements.filter(
      (statement) => statement.whole === whole.id && statement.amount !== undefined,
    );
  }

  /** The statement that its item begins with: an item may say its amount a second time. */
  leadOf(statement: Statement): Statement {
    return this.statement(statement.restates) ?? statement;
  }

  /** A short name for messages: the words of the subject without number and year, or the item's. */
  nameOf(statement: Statement): string {
    const lead = this.leadOf(statement);
    const words = lead.subject
      .replace(/^\(?[一二三四五六七八九十\d]{1,3}[)、.](?!\d)/u, "")
      .replace(/^20\d\d年?度?/u, "");
    const own = words.replace(/(?:(?<!总)预算)?(?:数|总额)?(?:为|是|共)?$/u, "");
    return own === "" || /^(?:预算|安排|年初预算)*$/u.test(own) ? lead.topic.replace(/[。：:]$/u, "") : own;
  }

  quote(statement: Statement, start: number, end: number): string {
    const paragraph = this.sentences.paragraphs[statement.paragraph];
    if (paragraph === undefined) return "";
    const { text } = paragraph.compact;
    const opened = text.slice(start, end).split("(").length > text.slice(start, end).split(")").length;
    const closed = opened && text[end] === ")" ? end + 1 : end;
    return printedSpan(paragraph.paragraph.text, paragraph.compact, start, closed).replace(
      /^[，、；。,;]/u,
      "",
    );
  }

  place(statement: Statement): { readonly place?: Place } {
    const place = this.sentences.paragraphs[statement.paragraph]?.paragraph.place;
    return place === undefined ? {} : { place };
  }

  /** A figure of a statement as a term of an identity. */
  printed(statement: Statement, mention: Mention, what = ""): PrintedFigure {
    const { figure, text } = mention;
    const id = sentenceFactId(statement.paragraph, mention);
    return { id, figure, text, name: `“${this.nameOf(statement)}”${what}`, ...this.place(statement) };
  }

  facts(statement: Statement, ...mentions: readonly (Mention | undefined)[]): readonly string[] {
    return mentions.flatMap((mention) =>
      mention === undefined ? [] : [sentenceFactId(statement.paragraph, mention)],
    );
  }
}

/** A figure with its unit as printed: "12.5万元". */
export function shown(mention: Mention): string {
  return mention.text + mention.noun;
}

export function notApplicable(zh: string, en: string): RuleResult {
  return { outcome: "not-applicable", reason: { zh, en } };
}

export function couldNotCheck(reason: Text): RuleResult {
  return { outcome: "could-not-check", reason };
}

export function conflict(violation: Violation): RuleResult {
  return { outcome: "conflict", ...violation };
}

/** The results, or, where there are none, that the rule had nothing to look at: never silence. */
export function orNotApplicable(
  results: readonly RuleResult[],
  zh: string,
  en: string,
): readonly RuleResult[] {
  return results.length > 0 ? results : [notApplicable(zh, en)];
}
