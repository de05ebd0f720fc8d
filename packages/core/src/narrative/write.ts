import { DEPARTMENT, isPriorKnown } from "../book/book.ts";
import { areAssetsKnown } from "../book/count.ts";
import type { Reason } from "../budget/budget.ts";
import type { Fact } from "../fact/fact.ts";
import type { FactBook } from "../fact/fact-book.ts";
import { type Figure, trimmedFigureText } from "../money/figure.ts";
import { fillText, type TextVariables } from "../table/text.ts";
import type {
  Condition,
  FigureDefinition,
  ListSource,
  Member,
  Piece,
  SectionDefinition,
} from "./definition.ts";
import type { Run } from "./derived.ts";
import { membersOf } from "./members.ts";

export interface WriteContext {
  readonly facts: FactBook;
  /** The printed figure of a fact; undefined where none can be printed. */
  readonly print: (fact: Fact) => Figure | undefined;
  readonly variables: TextVariables;
  /** What changes are compared with, e.g. 2022年 or 2022年预算. */
  readonly base: string;
  readonly reasons: readonly Reason[];
  /** Texts by field of the department sheet. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

const UNIT_WORDS = { "wan-yuan": "万元", yuan: "元" } as const;
const SLOT = /\{(?:(change|since|move|reason|use|text):)?([\w-]+)\}/g;
/** Slots that compare with the prior year. */
const COMPARING = new Set(["change", "since", "move", "reason"]);
const VARIABLES = new Set(["year", "prior", "region", "body", "name"]);

/** Writes the sentences of one section. A member of a list shadows the section's figures under the key "it". */
export class SentenceWriter {
  constructor(
    private readonly section: Pick<SectionDefinition, "figures">,
    private readonly context: WriteContext,
    private readonly member?: Member,
    /** The member's position in its list, from 1. */
    private readonly number?: number,
  ) {}

  /** Writers for the members of a list. */
  members(source: ListSource): SentenceWriter[] {
    return membersOf(source, this.context.facts.book).map(
      (member, index) => new SentenceWriter(this.section, this.context, member, index + 1),
    );
  }

  write(pieces: readonly Piece[]): Run[] {
    return mergeRuns(pieces.flatMap((piece) => this.piece(piece)));
  }

  holds(condition: Condition | undefined): boolean {
    if (condition === undefined) return true;
    if ("any" in condition) return condition.any.some((inner) => this.holds(inner));
    if ("body" in condition)
      return (this.context.facts.book.body === DEPARTMENT) === (condition.body === "department");
    if ("known" in condition) return areAssetsKnown(this.context.facts.book);
    if ("text" in condition) return this.textOf(condition.text) !== undefined;
    if ("comparable" in condition) return this.isComparable(condition.comparable);
    if ("changed" in condition)
      return this.isComparable(condition.changed) && this.isPrinted(this.changeOf(condition.changed));
    if ("positive" in condition) return this.isPrinted(this.factOf(condition.positive));
    return !this.isPrinted(this.factOf(condition.nil));
  }

  private piece(piece: Piece): Run[] {
    if (typeof piece === "string") return this.fill(piece);
    if ("when" in piece) {
      return (this.holds(piece.when) ? piece.print : (piece.otherwise ?? [])).flatMap((inner) =>
        this.piece(inner),
      );
    }
    const runs = this.members(piece.each)
      .filter((writer) => writer.holds(piece.where))
      .flatMap((writer, index) => [...(index === 0 ? [] : [{ text: piece.join }]), ...writer.fill(piece.as)]);
    return runs.length === 0 ? [] : [...this.fill(piece.lead ?? ""), ...runs, ...this.fill(piece.tail ?? "")];
  }

  /** A text of the list's member, or of the department sheet. */
  private textOf(field: string): string | undefined {
    return this.member?.texts?.[field] ?? this.context.texts[field];
  }

  private fill(pattern: string): Run[] {
    const runs: Run[] = [];
    let end = 0;
    for (const match of pattern.matchAll(SLOT)) {
      const [, verb, key = ""] = match;
      const before = pattern.slice(end, match.index);
      const compares = verb !== undefined && COMPARING.has(verb);
      if (compares && !this.isComparable(key)) runs.push({ text: before.replace(/，$/u, "") });
      else runs.push({ text: before }, ...this.slot(verb, key));
      end = match.index + match[0].length;
    }
    return [...runs, { text: pattern.slice(end) }];
  }

  private slot(verb: string | undefined, key: string): Run[] {
    switch (verb) {
      case "change":
        return this.change(key, "比");
      case "since":
        return this.change(key, "较");
      case "move":
        return this.move(key);
      case "reason":
        return this.phrase(key, "reason", "，主要原因是");
      case "use":
        return this.phrase(key, "use", "，主要用于");
      case "text":
        return [{ text: this.textOf(key) ?? "" }];
      default:
        return this.plain(key);
    }
  }

  private plain(key: string): Run[] {
    if (VARIABLES.has(key)) return [{ text: fillText(`{${key}}`, this.context.variables) }];
    if (key === "label") return [{ text: this.member?.label ?? "" }];
    if (key === "number") return [{ text: String(this.number ?? "") }];
    return this.figure(this.factOf(key));
  }

  private figure(fact: Fact): Run[] {
    const figure = this.context.print(fact);
    if (figure === undefined) return [];
    const magnitude = { ...figure, scaled: magnitudeOf(fact, figure) };
    const unit = figure.unit === "yuan" || figure.unit === "wan-yuan" ? UNIT_WORDS[figure.unit] : "";
    const { grouping } = this.context.facts.narrativeFormat;
    return [{ text: trimmedFigureText(magnitude, grouping), fact: fact.id }, { text: unit }];
  }

  private change(key: string, than: string): Run[] {
    const { base } = this.context;
    const fact = this.changeOf(key);
    if (!this.isPrinted(fact)) return [{ text: `与${base}持平` }];
    return [{ text: `${than}${base}` }, ...this.move(key)];
  }

  private move(key: string): Run[] {
    const fact = this.changeOf(key);
    if (!this.isPrinted(fact)) return [{ text: "持平" }];
    const figure = this.context.print(fact);
    return [{ text: figure !== undefined && figure.scaled < 0n ? "减少" : "增加" }, ...this.figure(fact)];
  }

  /** A reason is only printed for a change that is printed. */
  private phrase(key: string, field: "reason" | "use", lead: string): Run[] {
    const { reason: subject } = this.definitionOf(key);
    if (field === "reason" && !this.isPrinted(this.changeOf(key))) return [];
    const text = this.context.reasons.find((reason) => reason.subject === subject)?.[field];
    return text === undefined ? [] : [{ text: lead + text.replace(/[。；;.]+$/u, "") }];
  }

  private definitionOf(key: string): FigureDefinition {
    return (key === "it" ? this.member : this.section.figures[key]) ?? { measure: {} };
  }

  private factOf(key: string): Fact {
    const { measure, count } = this.definitionOf(key);
    if (count !== undefined) return this.context.facts.count({ item: count });
    return this.context.facts.amount(measure, this.context.facts.narrativeFormat);
  }

  private changeOf(key: string): Fact {
    return this.context.facts.change(this.definitionOf(key).measure);
  }

  private isComparable(key: string): boolean {
    const { measure, count } = this.definitionOf(key);
    return count === undefined && isPriorKnown(this.context.facts.book, measure);
  }

  private isPrinted(fact: Fact): boolean {
    return (this.context.print(fact)?.scaled ?? 0n) !== 0n;
  }
}

/** A change is written as 增加 or 减少 with its size; other figures keep their sign. */
function magnitudeOf(fact: Fact, figure: Figure): bigint {
  return fact.quantity.kind === "change" && figure.scaled < 0n ? -figure.scaled : figure.scaled;
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.text === "" && run.fact === undefined) continue;
    if (last !== undefined && last.fact === undefined && run.fact === undefined) {
      merged[merged.length - 1] = { text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}
