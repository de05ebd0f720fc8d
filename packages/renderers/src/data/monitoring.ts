import {
  actualText,
  formatYuan,
  type MonitoredScope,
  type Monitoring,
  percentText,
  SOURCES,
  statedTarget,
  trailOf,
} from "@mingzhang/core";
import { toCsv } from "./csv.ts";
import type { DataFile } from "./index.ts";

const FIELDS = [
  "date",
  "project",
  "indicator",
  "target",
  "actual",
  "source",
  "trail",
  "completion",
  "light",
  "reason",
  "forecast",
  "measure",
  "measure_due",
  "measure_done",
  "missing",
];

/** A round of monitoring as open data: a row an indicator, and one for the execution of each scope (amounts in yuan). */
export function monitoringData({ date, scopes }: Monitoring): readonly DataFile[] {
  const records = scopes.flatMap((scope) => scopeRecords(scope));
  const rows = records.map((record) => FIELDS.map((field) => ({ date, ...record })[field] ?? ""));
  return [{ name: "monitoring.csv", bytes: toCsv([FIELDS, ...rows]) }];
}

type Fields = Readonly<Record<string, string>>;

function scopeRecords({ project, execution, reading, said, missing, indicators }: MonitoredScope): Fields[] {
  const name = project?.name ?? "";
  return [
    {
      project: name,
      indicator: "预算执行",
      target: formatYuan(execution.adjusted),
      actual: formatYuan(execution.executed),
      source: "支付记录",
      trail: `年初预算数 ${formatYuan(execution.original)} 元`,
      ...judged({ reading, said, missing }),
    },
    ...indicators.map(({ current, actual, ...rest }) => ({
      project: name,
      indicator: current.name,
      target: statedTarget(current),
      actual: actualText(current, actual) ?? "",
      source: SOURCES[actual.source],
      trail: trailOf(actual),
      ...judged(rest),
    })),
  ];
}

function judged({
  reading: { light, completion },
  said,
  missing,
}: { readonly said?: MonitoredScope["said"] } & Pick<MonitoredScope, "reading" | "missing">): Fields {
  return {
    completion: completion === undefined ? "" : percentText(completion),
    light,
    reason: said?.reason ?? "",
    forecast: said?.forecast ?? "",
    measure: said?.measure ?? "",
    measure_due: said?.measureDue ?? "",
    measure_done: said?.measureDone ?? "",
    missing: missing.join(" "),
  };
}
