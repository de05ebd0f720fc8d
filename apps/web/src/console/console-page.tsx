import { type Obligation, STATE_TEXTS } from "@mingzhang/server/api";
import { Button, Input, InputNumber, Segmented, Table } from "antd";
import { useMemo, useState } from "react";
import { ConsoleCharts } from "../charts/console-charts.tsx";
import { daysLate } from "../charts/lateness.ts";
import { linkTo } from "../layout/route.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { CeilingDialog } from "./ceiling-dialog.tsx";
import { SummedCheckSheets } from "./check-sheets.tsx";
import { ExemptDialog } from "./exempt-dialog.tsx";
import { Jobs } from "./jobs.tsx";

const STATUSES = ["late", "not-started", "in-progress", "approved", "published", "exempt"] as const;
type Status = (typeof STATUSES)[number] | "all";

/** Who must publish what, who is late and by how much. */
export function ConsolePage() {
  const { say } = useText();
  const { may } = useSession();
  const [year, setYear] = useState(new Date().getFullYear());
  /** Counts the jobs begun here: their list is asked for again. */
  const [started, setStarted] = useState(0);
  const asked = useAsked(() => call("obligations", { query: { year } }), [year]);
  return (
    <div className="page">
      <div className="bar">
        <h1>{say("console.title")}</h1>
        <InputNumber
          aria-label={say("console.year")}
          value={year}
          min={2000}
          max={2999}
          onChange={(value) => setYear(value ?? year)}
        />
        {may("set-ceiling") && <a {...linkTo(`/console/ceilings/${year}`)}>{say("ceilings.open")}</a>}
        {asked.value !== undefined && (
          <span className="quiet">{say("console.today", { today: asked.value.today })}</span>
        )}
      </div>
      <WhenAsked asked={asked}>
        {({ obligations }) =>
          obligations.length === 0 ? (
            <Nothing text={say("console.none")} />
          ) : (
            <>
              <ConsoleCharts obligations={obligations} />
              <Obligations obligations={obligations} reload={asked.reload} />
            </>
          )
        }
      </WhenAsked>
      {may("read-pack") && (
        <SummedCheckSheets key={year} year={year} onMaking={() => setStarted((count) => count + 1)} />
      )}
      <Jobs key={started} />
    </div>
  );
}

interface ListProps {
  readonly obligations: readonly Obligation[];
  readonly reload: () => void;
}

function Obligations({ obligations, reload }: ListProps) {
  const { say, of } = useText();
  const { bodies, may } = useSession();
  const [status, setStatus] = useState<Status>("all");
  const [search, setSearch] = useState("");
  const [exempting, setExempting] = useState<Obligation>();
  const [limiting, setLimiting] = useState<Obligation>();
  const byId = useMemo(() => new Map(bodies.map((body) => [body.id, body])), [bodies]);
  const nameOf = ({ bodyId }: Obligation) =>
    `${byId.get(bodyId)?.code ?? ""} ${byId.get(bodyId)?.name ?? ""}`;
  const shown = obligations.filter(
    (one) => (status === "all" || one.status === status) && nameOf(one).includes(search.trim()),
  );
  const count = (wanted: Status) => obligations.filter((one) => one.status === wanted).length;
  return (
    <>
      <div className="bar">
        <Segmented<Status>
          aria-label={say("console.status")}
          value={status}
          onChange={setStatus}
          options={[
            { value: "all", label: say("console.all", { count: obligations.length }) },
            ...STATUSES.map((one) => ({ value: one, label: `${say(`status.${one}`)} ${count(one)}` })),
          ]}
        />
        <Input
          allowClear
          aria-label={say("console.search")}
          placeholder={say("console.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="filter"
        />
      </div>
      <Wide label={say("console.title")}>
        <Table
          rowKey={({ bodyId, document }) => `${bodyId}/${document}`}
          dataSource={shown}
          locale={{ emptyText: <Nothing text={say("console.none-found")} /> }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: say("console.body"),
              render: (_, one) => (
                <a {...linkTo(`/console/${one.bodyId}/${one.year}/${one.document}`)}>{nameOf(one)}</a>
              ),
            },
            { title: say("console.document"), render: (_, one) => say(`console.${one.document}`) },
            {
              title: say("console.status"),
              render: (_, one) => (
                <>
                  <span className={one.status === "late" ? "error" : undefined}>
                    {say(`status.${one.status}`)}
                  </span>
                  {one.exemption !== "" && <div className="quiet">{one.exemption}</div>}
                </>
              ),
            },
            {
              title: say("console.state"),
              render: (_, one) => (one.state === null ? "" : of(STATE_TEXTS[one.state])),
            },
            { title: say("console.due"), render: (_, one) => one.clocks.map(({ due }) => due).join(" ") },
            {
              title: say("console.late"),
              align: "right",
              sorter: (a, b) => daysLate(a) - daysLate(b),
              render: (_, one) =>
                daysLate(one) > 0 ? (
                  <b className="error">{say("console.days", { days: daysLate(one) })}</b>
                ) : (
                  ""
                ),
            },
            {
              title: say("console.findings"),
              align: "right",
              sorter: (a, b) => a.openFindings - b.openFindings,
              render: (_, one) => (one.openFindings === 0 ? "" : one.openFindings),
            },
            {
              title: say("console.actions"),
              render: (_, one) => (
                <>
                  {may("set-ceiling", one.bodyId) && one.document === "budget" && (
                    <Button type="link" onClick={() => setLimiting(one)}>
                      {say("ceilings.set")}
                    </Button>
                  )}
                  {may("set-obligation", one.bodyId) && (
                    <Button type="link" onClick={() => setExempting(one)}>
                      {say("exempt.title")}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      </Wide>
      {exempting !== undefined && (
        <ExemptDialog obligation={exempting} onDone={reload} onClose={() => setExempting(undefined)} />
      )}
      {limiting !== undefined && (
        <CeilingDialog body={limiting.bodyId} year={limiting.year} onClose={() => setLimiting(undefined)} />
      )}
    </>
  );
}
