import { fitOf } from "@mingzhang/core";
import { type AuditedPack, EXPECTED_STATUS, type ExpectedRow } from "@mingzhang/renderers";
import { type AuditExtras, type AuditRecord, unpaired } from "./summarise.ts";

const SHOWN = 20;

/** What an audit says when it is done: how many packs, which were compared with last year, who has not published. */
export function closingText(records: readonly AuditRecord[], extras: AuditExtras): string {
  const rows = records.map(({ row }) => row);
  const sum = (value: (row: AuditedPack) => number) => rows.reduce((total, row) => total + value(row), 0);
  const failed = sum((row) => (row.failed ? 1 : 0));
  return [
    `${rows.length} 份材料，${failed} 份未能核对；${sum((row) => row.errors)} 个错误，${sum((row) => row.warnings)} 个疑点，${sum((row) => row.notices)} 个提示。`,
    `${rows.length} packs, ${failed} of them not checked.`,
    ...pairingLines(records, extras),
    ...expectedLines(extras),
  ].join("\n");
}

function pairingLines(records: readonly AuditRecord[], { priors }: AuditExtras): readonly string[] {
  if (priors === undefined) return hintLines(records);
  const checked = records.filter(({ result }) => result.prior !== undefined);
  const alone = checked.filter(({ result: { prior } }) => prior !== undefined && "reason" in prior);
  const unused = unpaired(records, priors);
  return [
    `与上年材料配对 ${checked.length - alone.length} 份，${alone.length} 份没有配上；上年材料 ${unused.length} 份没有用到。`,
    `${checked.length - alone.length} packs compared with last year's, ${alone.length} without; ${unused.length} packs of last year not used.`,
    ...list(alone.map(({ row }) => `没有配上 No pack of last year：${row.name}${row.prior ?? ""}`)),
    ...list(unused.map(({ name }) => `没有用到 Not used：${name}`)),
  ];
}

/** Packs of two years of one body in one audit: whoever put them there may not know that they can be compared. */
function hintLines(records: readonly AuditRecord[]): readonly string[] {
  const known = records.flatMap(({ result: { pack } }) => (pack === undefined ? [] : [pack]));
  const pairs = known.filter((pack) => known.some((other) => fitOf(pack, other).verdict === "fits"));
  if (pairs.length === 0) return [];
  return [
    `其中 ${pairs.length} 份有上年材料在同一文件夹里；加 --prior 同一文件夹，可核对上年数。`,
    `${pairs.length} packs have last year's in the same folder: add --prior with this folder to compare them.`,
  ];
}

function expectedLines({ expected }: AuditExtras): readonly string[] {
  if (expected === undefined) return [];
  const { rows, unexpected } = expected;
  const of = (status: ExpectedRow["status"]) => rows.filter((row) => row.status === status);
  const counts = (Object.keys(EXPECTED_STATUS) as ExpectedRow["status"][]).map(
    (status) => `${EXPECTED_STATUS[status]} ${of(status).length}`,
  );
  const named = ({ body, kind, year, remark }: ExpectedRow) => `${body} ${year}年${kind}　${remark}`;
  return [
    `应公开 ${rows.length} 份：${counts.join("，")}；清单以外的材料 ${unexpected.length} 份。`,
    `${rows.length} packs expected: ${of("missing").length} not published, ${of("late").length} late, ${of("exempt").length} exempt; ${unexpected.length} packs not on the list.`,
    ...list(of("missing").map((row) => `未公开 Missing：${named(row)}`)),
    ...list(of("late").map((row) => `逾期 Late：${named(row)}`)),
    ...list(of("exempt").map((row) => `不适用 Exempt：${named(row)}`)),
    ...list(unexpected.map((name) => `清单以外 Not on the list：${name}`)),
  ];
}

function list(lines: readonly string[]): readonly string[] {
  const more = lines.length - SHOWN;
  return [
    ...lines.slice(0, SHOWN).map((line) => `　${line}`),
    ...(more > 0 ? [`　……还有 ${more} 份，见汇总 ${more} more in the summary`] : []),
  ];
}
