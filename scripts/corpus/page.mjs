import { contradictionsIn, correctionText } from "./contradictions.mjs";

const VERDICTS = { yes: "yes", no: "**no**", "not-looked-at": "not looked at" };

/** The page of docs: no text of the corpus but the short quotes of findings. */
export function corpusPage({ date, results, pages, hand, evaluation, seconds, processes }) {
  const errors = errorsOf(results, hand.confirmed);
  const total = sum(results, (result) => pagesIn(result, pages));
  return [
    "# The corpus of published packs",
    "",
    `Written by \`npm run measure:corpus\` on ${date}, with \`../shared/corpus\`.`,
    "",
    "## What was read and how its checks ended",
    "",
    ...placeTable(results, pages),
    "",
    "A pack is what the audit puts together: files published in one folder, or, where the names there tell of several bodies or years, the narrative and the tables of one body and year. *tables found*: budgets of which every table was found that their pages hold (below). One error of several consequences counts once.",
    "",
    "## Tables that the packs hold",
    "",
    ...heldLines(results),
    "",
    "## Errors, each looked at on the page",
    "",
    countLine(errors),
    "",
    ...errorTable(errors),
    "",
    "## Contradictions with checked certificates",
    "",
    ...contradictionLines(results, hand.confirmed),
    "",
    "## Errors known beforehand",
    "",
    ...knownTable(results, hand.known),
    "",
    "## Tables as the evaluator judges them",
    "",
    ...evaluationLines(evaluation),
    "",
    "## Speed",
    "",
    `Reading, recognising and checking ${results.length} packs with ${total} pages took ${seconds.toFixed(1)} s in ${processes} processes: ${(total / seconds).toFixed(1)} pages/s.`,
    "",
  ].join("\n");
}

const isBudget = ({ state, pack }) => state === "checked" && pack.kind === "budget";
const hasAll = ({ lacking }) => lacking.length === 0;
const pagesIn = ({ ids }, pages) => sum(ids, (id) => pages.get(id) ?? 0);

/** Two counts: by the titles on the pages, which are the corpus's own, and by what the contents promise. */
function heldLines(results) {
  const budgets = results.filter(isBudget);
  const holding = budgets.filter(({ held }) => held > 0);
  const all = holding.filter(hasAll);
  const promising = budgets.filter(({ missing }) => missing.length === 0);
  const short = budgets.filter((result) => !hasAll(result) || result.missing.length > 0);
  const percent = ((100 * all.length) / Math.max(holding.length, 1)).toFixed(1);
  return [
    `Of ${budgets.length} budget packs with a text layer, ${holding.length} hold tables with titles in their plain text; in ${all.length} of them (${percent} %) every one of these titles was found with its table: ${sum(holding, ({ held }) => held)} titles, ${sum(holding, ({ lacking }) => lacking.length)} not found. The titles are taken from pdftotext's text, not from our reader: lines that end in 表 outside of contents pages. In ${promising.length} of ${budgets.length} packs the contents promise no table that was not found; the others are listed here, most of them narratives whose tables were published in a file that the corpus does not have.`,
    "",
    ...tableHead([
      "pack",
      "titles held",
      "tables found",
      "held and not found",
      "promised by the contents and not found",
    ]),
    ...short.map((result) =>
      tableRow([
        result.ids.join(" + "),
        result.held,
        result.tables.length,
        result.lacking.join("; "),
        result.missing.length === 0
          ? ""
          : `${result.missing.length}${result.tables.length === 0 ? " (no table in the files)" : ""}`,
      ]),
    ),
  ];
}

const placeOf = ({ name }) => name.split("/")[0];
const sum = (records, value) => records.reduce((total, record) => total + value(record), 0);

function placeTable(results, pages) {
  const places = [...new Set(results.map(placeOf))].sort();
  const row = (label, own) => {
    const budgets = own.filter(isBudget);
    const outcome = (id) => sum(own, ({ outcomes }) => outcomes[id]);
    return tableRow([
      label,
      own.length,
      own.filter(({ state }) => state === "checked").length,
      budgets.length,
      sum(own, (result) => pagesIn(result, pages)),
      sum(own, ({ tables }) => tables.length),
      `${budgets.filter(hasAll).length}/${budgets.length}`,
      sum(own, ({ facts }) => facts),
      ...["holds", "rounding", "conflict", "notApplicable", "couldNotCheck"].map(outcome),
      sum(own, ({ findings }) => causes(findings, "error").length),
      sum(own, ({ findings }) => causes(findings, "warning").length),
    ]);
  };
  return [
    ...tableHead([
      "place",
      "packs",
      "with text",
      "budgets",
      "pages",
      "tables",
      "tables found",
      "facts",
      "holds",
      "rounding",
      "conflict",
      "not applicable",
      "could not check",
      "errors",
      "warnings",
    ]),
    ...places.map((place) =>
      row(
        place,
        results.filter((result) => placeOf(result) === place),
      ),
    ),
    row("all", results),
  ];
}

const causes = (findings, level) =>
  findings.filter((finding) => finding.level === level && !finding.consequence);

/** All findings at error level with what a person saw on the page; consequences are listed as well. */
function errorsOf(results, confirmed) {
  return results.flatMap(({ findings }) =>
    findings
      .filter(({ level }) => level === "error")
      .map((finding) => ({ file: finding.file, finding, ...verdictOf(confirmed, finding.file, finding) })),
  );
}

function verdictOf(confirmed, file, { rule, quote, printed }) {
  const seen = confirmed.find(
    (entry) => entry.file === file && entry.rule === rule && entry.quote === (quote ?? printed),
  );
  return { verdict: seen?.verdict ?? "not-looked-at", note: seen?.note };
}

function countLine(errors) {
  const count = (verdict) => errors.filter((error) => error.verdict === verdict).length;
  return `${errors.length} findings at error level: ${count("yes")} confirmed on the page, ${count("no")} false, ${count("not-looked-at")} not looked at.`;
}

function errorTable(errors) {
  return [
    ...tableHead(["file", "page", "rule", "finding", "confirmed on the page"]),
    ...errors.map(({ file, finding, verdict, note }) =>
      tableRow([
        file,
        finding.place?.page ?? finding.place?.line ?? "",
        finding.rule,
        shorten(finding.message.zh),
        VERDICTS[verdict] + (note === undefined ? "" : `: ${note}`),
      ]),
    ),
  ];
}

const FINE_PER_YUAN = 10n ** 12n;

/** Packs that contradict themselves; each certificate is added up here once more. */
function contradictionLines(results, confirmed) {
  const all = contradictionsIn(results);
  const holding = all.filter(({ gap }) => gap > 0n);
  const packs = new Set(all.map(({ pack }) => pack));
  const budgets = results.filter(isBudget).length;
  return [
    `${packs.size} of ${budgets} budget packs contradict themselves, in ${all.length} minimal sets of identities; ${holding.length} certificates hold when they are added up here, in whole numbers and with nothing of the product. *gap*: how far the sum stays from nil however the figures were rounded. *correction*: the single figure that settles everything, where the identities or a telling slip leave no other.`,
    "",
    ...tableHead([
      "pack",
      "identities",
      "figures",
      "gap (yuan)",
      "correction",
      "finding",
      "confirmed on the page",
    ]),
    ...all.map(({ pack, contradiction, gap, finding }) =>
      tableRow([
        pack,
        contradiction.identities.length,
        contradiction.figures.length,
        gap > 0n ? gap / FINE_PER_YUAN : "**does not hold**",
        correctionText(contradiction),
        finding === undefined ? "" : `${finding.level}: ${shorten(finding.message.zh)}`,
        finding === undefined ? "" : VERDICTS[verdictOf(confirmed, finding.file, finding).verdict],
      ]),
    ),
  ];
}

/** Found where a finding of the file has the rule and holds the words. */
function knownTable(results, known) {
  const found = ({ file, rule, words }) =>
    results.some(({ findings }) =>
      findings.some(
        (finding) =>
          finding.file === file &&
          finding.rule === rule &&
          `${finding.message.zh} ${finding.quote ?? ""}`.includes(words),
      ),
    );
  return [
    ...tableHead(["file", "error", "rule", "found"]),
    ...known.map((entry) =>
      tableRow([
        entry.file,
        entry.error,
        entry.rule ?? "",
        entry.rule === undefined ? `no: ${entry.why}` : found(entry) ? "yes" : "**no**",
      ]),
    ),
  ];
}

function evaluationLines(evaluation) {
  if (evaluation === undefined) return ["Not measured: python3, pdftotext or the evaluator is not there."];
  const { said, files, pages, seconds } = evaluation;
  return [
    `${files} files, ${pages} pages; one process a file: ${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(1)} pages/s.`,
    "",
    "```",
    said,
    "```",
  ];
}

const LONGEST_MESSAGE = 90;

function shorten(text) {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}…`;
}

function tableHead(names) {
  return [tableRow(names), `|${names.map(() => "---").join("|")}|`];
}

function tableRow(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
