import type { PerformanceYear } from "../budget/year.ts";

/**
 * The documents, by number, that changed a project's budget up to a date and that no change of its targets follows,
 * nor a word on why they stay. Money that moves within the project asks for none.
 */
export function unexplainedAdjustments(
  { adjustments, targetChanges }: Pick<PerformanceYear, "adjustments" | "targetChanges">,
  project: string,
  until: string,
): readonly string[] {
  const documents = new Map<string, { readonly date: string; readonly change: bigint }>();
  for (const { document, date, change, ...line } of adjustments) {
    if (line.project !== project || date > until) continue;
    documents.set(document, { date, change: (documents.get(document)?.change ?? 0n) + change });
  }
  const answers = targetChanges.filter((each) => each.project === project);
  return [...documents].flatMap(([document, { date, change }]) => {
    const isAnswered = answers.some((answer) => answer.document === document || answer.date >= date);
    return change === 0n || isAnswered ? [] : [document];
  });
}
