import type { FlowItem, PageFlow } from "./flow.ts";

/** Share of the page's height at the top and the bottom where running lines stand. */
const MARGIN = 0.09;
/** A line is running when it stands in the same place on this many pages. */
const LEAST_PAGES = 3;
const PAGE_NUMBER =
  /^[-—–─~·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–─~·\s]*$/;

/** The flow without page numbers and running headers and footers; a table's title stays where it stands first. */
export function withoutRunningLines(flows: readonly PageFlow[]): PageFlow[] {
  const counts = new Map<string, number>();
  for (const flow of flows)
    for (const key of new Set(flow.items.flatMap((item) => marginKey(item, flow) ?? [])))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(LEAST_PAGES, flows.length * 0.2);
  const seen = new Set<string>();
  return flows.map((flow) => ({
    ...flow,
    items: flow.items.filter((item, index) => {
      const key = marginKey(item, flow);
      if (key === undefined || item.kind !== "line") return true;
      if (PAGE_NUMBER.test(item.line.text) && isOutermost(flow, index)) return false;
      const isFirst = !seen.has(key);
      seen.add(key);
      return (counts.get(key) ?? 0) < least || (isFirst && isTitle(flow, index));
    }),
  }));
}

/** A line's text and height in its margin; undefined for what stands in the body of the page. */
function marginKey(item: FlowItem, flow: PageFlow): string | undefined {
  if (item.kind !== "line") return undefined;
  const { line } = item;
  const margin = MARGIN * flow.height;
  if (line.baseline > margin && line.baseline < flow.height - margin) return undefined;
  const height = line.baseline <= margin ? line.baseline : line.baseline - flow.height;
  return `${Math.round(height / 3)}:${line.text}`;
}

const TITLE = /.{4}表(?:[（(][^（）()]*[）)])*$/;
/** The title and a line or two with the body and the unit. */
const MOST_LINES_ABOVE = 3;

/** Whether a line ends as titles of tables do and stands above a table. */
function isTitle(flow: PageFlow, index: number): boolean {
  const item = flow.items[index];
  if (item?.kind !== "line" || !TITLE.test(item.line.text)) return false;
  return flow.items.slice(index + 1, index + 1 + MOST_LINES_ABOVE).some(({ kind }) => kind === "piece");
}

function isOutermost(flow: PageFlow, index: number): boolean {
  return index === 0 || index === flow.items.length - 1;
}
