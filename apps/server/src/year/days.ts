/** The nearest day of a year; ISO. */
export function withinYear(day: string, year: number): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return day < first ? first : day > last ? last : day;
}
