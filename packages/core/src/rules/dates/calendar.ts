/** A day of the calendar in figures: "2024-02-29", "2024年2月29日", "2024/2/29", "20240229". */
const WRITTEN = /^(?<year>20\d\d)(?:[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?|(?<md>\d{4}))$/u;
const MILLISECONDS = 86_400_000;

/** The ISO form of a written day; undefined where it is none, or the calendar has no such day. */
export function isoDate(text: string): string | undefined {
  const groups = WRITTEN.exec(text.normalize("NFKC").replace(/\s/gu, ""))?.groups;
  if (groups === undefined) return undefined;
  const month = groups.month ?? groups.md?.slice(0, 2) ?? "";
  const day = groups.day ?? groups.md?.slice(2) ?? "";
  const iso = `${groups.year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return addDays(iso, 0) === iso ? iso : undefined;
}

/** The day so many days later. */
export function addDays(iso: string, days: number): string | undefined {
  const time = timeOf(iso);
  return Number.isNaN(time) ? undefined : new Date(time + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** How many days the second day lies after the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / MILLISECONDS);
}

/** 2024年2月29日 */
export function dateText(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function timeOf(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, day);
}
