const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T\s].*)?$/u;

/** A date in the form of the sheets, e.g. 2023-01-15; what is no date stands as it is. */
export function dateText(text: string): string {
  const [, year, ...rest] = DATE.exec(text.normalize("NFKC")) ?? [];
  const [month = "", day = ""] = rest.filter((part) => part !== undefined);
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
