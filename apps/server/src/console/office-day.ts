/** Offices keep the calendar of Beijing, wherever the machine stands. */
export function officeDay(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
}
