import { type Book, DEPARTMENT, openBook } from "../../book/book.ts";
import type { Budget, Project } from "../../budget/budget.ts";
import type { Cell, Document, Grid } from "../../document/document.ts";
import type { Fen } from "../../money/fen.ts";
import { figureText, roundAmount } from "../../money/figure.ts";
import type { Profile } from "../../profile/profile.ts";
import { percentText, type Ratio, ratio, ratioText } from "../ratio.ts";

/** Whose year a form is about; the book is the whole department's unless another is given. */
export interface Subject {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly book?: Book;
}

/** A subject with what its forms print everywhere. */
export interface Reporter extends Subject {
  readonly book: Book;
  readonly year: number;
  /** Full name of the department, or of the unit. */
  readonly name: string;
  /** 部门 or 单位. */
  readonly body: string;
}

export function reporterOf(subject: Subject): Reporter {
  const { budget, profile, book = openBook(subject.budget) } = subject;
  const { year, name } = budget.department;
  const whole = book.body === DEPARTMENT;
  return {
    budget,
    profile,
    book,
    year,
    name: whole ? name : (book.units[0]?.name ?? name),
    body: whole ? profile.body.department : profile.body.unit,
  };
}

/** Forms under one title. The date is the input's, never a clock's. */
export function documentOf(
  { name, year }: Reporter,
  { title, date, grids }: { readonly title: string; readonly date?: string; readonly grids: readonly Grid[] },
): Document {
  return {
    title: `${name}${year}年${title}`,
    language: "zh-CN",
    author: name,
    ...(date === undefined ? {} : { date }),
    blocks: grids,
  };
}

type Column = readonly [id: string, width: number, align?: "left" | "center" | "right"];

/** A form; the unit of its amounts stands above it on the right. */
export function gridOf(
  { name, body, profile }: Reporter,
  form: Pick<Grid, "id" | "caption" | "shortName" | "rows"> & {
    readonly columns: readonly Column[];
    readonly headerRows?: number;
    readonly orientation?: Grid["orientation"];
    readonly below?: readonly string[];
    /** Printed after the body's name. */
    readonly above?: string;
    /** Whether it prints amounts. */
    readonly amounts?: boolean;
  },
): Grid {
  return {
    type: "grid",
    id: form.id,
    caption: form.caption,
    ...(form.shortName === undefined ? {} : { shortName: form.shortName }),
    aboveLeft: `${body}名称：${name}${form.above === undefined ? "" : `　　${form.above}`}`,
    ...(form.amounts === false
      ? {}
      : { aboveRight: profile.aboveRight.replace("{unit}", moneyUnit(profile)) }),
    columns: form.columns.map(([id, width, align = "left"]) => ({ id, width, align })),
    headerRows: form.headerRows ?? 0,
    rows: form.rows,
    below: form.below ?? [],
    orientation: form.orientation ?? "portrait",
  };
}

/** A form's title: of the whole body, or of a project with its name, by which contents tell the forms apart. */
export function captionOf(form: string, project: Project | undefined, { year, body }: Reporter): string {
  return project === undefined
    ? `${year}年${body}整体${form}`
    : `${year}年项目支出${form}（${project.name}）`;
}

/** The unit in which the profile prints amounts, in words. */
export function moneyUnit({ format }: Profile): string {
  return format.unit === "yuan" ? "元" : "万元";
}

/** A column heading. */
export function heading(text: string, more: Partial<Cell> = {}): Cell {
  return { text, header: "column", align: "center", ...more };
}

/** The label of a row or of the cell to its right. */
export function label(text: string, more: Partial<Cell> = {}): Cell {
  return { text, header: "row", align: "center", ...more };
}

export function words(text: string | undefined, more: Partial<Cell> = {}): Cell {
  return { text: text ?? "", align: "left", ...more };
}

export function centred(text: string | undefined, more: Partial<Cell> = {}): Cell {
  return { text: text ?? "", align: "center", ...more };
}

/** An exact amount, rounded once to the profile's unit. */
export function money(amount: Fen, { profile }: Reporter, more: Partial<Cell> = {}): Cell {
  const { format } = profile;
  const figure = roundAmount(amount, format);
  const number = { value: figureText(figure), decimals: figure.decimals };
  return { text: figureText(figure, format.grouping === true), align: "right", number, ...more };
}

/** Points of a score; as a number where nothing is cut off by printing two decimals. */
export function points(value: Ratio | undefined, more: Partial<Cell> = {}): Cell {
  if (value === undefined) return centred("—", more);
  const text = ratioText(value);
  const decimals = text.split(".")[1]?.length ?? 0;
  return { text, align: "center", number: { value: text, decimals }, ...more };
}

/** The share of one amount in another; a stroke where there is nothing to divide by. */
export function rate(part: Fen, whole: Fen, more: Partial<Cell> = {}): Cell {
  return centred(whole <= 0n ? "—" : percentText(ratio(part, whole)), more);
}
