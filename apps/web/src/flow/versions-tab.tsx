import { Checkbox, Segmented, Select, Table } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import type { Comparison } from "./compare.ts";
import { ComparedPages } from "./compared-pages.tsx";

/** What can stand on a side: the current entry, a frozen version, or last year's budget. */
interface Side {
  readonly value: string;
  readonly label: string;
  readonly budget: string;
  readonly version?: number;
}

export function VersionsTab() {
  const { say, language } = useText();
  const { head } = useOpenBudget();
  const asked = useAsked(async (): Promise<readonly Side[]> => {
    const { versions } = await call("versions", { params: { budget: head.id } });
    const { budgets } = await call("budgets", { query: { year: head.year - 1, body: head.bodyId } });
    return [
      { value: "current", label: say("versions.current"), budget: head.id },
      ...versions.map(({ version, at }) => ({
        value: `version-${version}`,
        label: say("versions.version", { version, at: localTime(at, language) }),
        budget: head.id,
        version,
      })),
      ...budgets.map(({ id }) => ({ value: "last-year", label: say("versions.last-year"), budget: id })),
    ];
  }, [head.id, head.version, language]);
  return (
    <>
      <h2>{say("versions.title")}</h2>
      <WhenAsked asked={asked}>
        {(sides) => (sides.length < 2 ? <Nothing text={say("versions.nothing")} /> : <Sides sides={sides} />)}
      </WhenAsked>
    </>
  );
}

function Sides({ sides }: { readonly sides: readonly Side[] }) {
  const { say } = useText();
  const { live } = useOpenBudget();
  const [left, setLeft] = useState(sides[1]?.value ?? "");
  const [right, setRight] = useState("current");
  const load = async (value: string) => {
    const side = sides.find((one) => one.value === value);
    if (side === undefined) return [];
    const query = side.version === undefined ? {} : { version: side.version };
    return (await call("sheets", { params: { budget: side.budget }, query })).sheets;
  };
  const asked = useAsked(
    async () => ({ comparison: await live.compare(await load(left), await load(right)) }),
    [left, right],
  );
  const options = sides.map(({ value, label }) => ({ value, label }));
  const named = (value: string) => sides.find((one) => one.value === value)?.label ?? "";
  return (
    <>
      <div className="bar">
        <Select
          aria-label={say("versions.left")}
          value={left}
          options={options}
          onChange={setLeft}
          className="wide-select"
        />
        <span aria-hidden="true">→</span>
        <Select
          aria-label={say("versions.right")}
          value={right}
          options={options}
          onChange={setRight}
          className="wide-select"
        />
      </div>
      <WhenAsked asked={asked}>
        {({ comparison }) =>
          comparison === "failed" ? (
            <Nothing text={say("versions.failed")} />
          ) : comparison === undefined ? (
            <Nothing text={say("versions.unreadable")} />
          ) : (
            <Compared comparison={comparison} left={named(left)} right={named(right)} />
          )
        }
      </WhenAsked>
    </>
  );
}

interface ComparedProps {
  readonly comparison: Comparison;
  /** What the sides are called. */
  readonly left: string;
  readonly right: string;
}

type View = "figures" | "pages";

function Compared({ comparison, left, right }: ComparedProps) {
  const { say } = useText();
  const [view, setView] = useState<View>("figures");
  const [changedOnly, setChangedOnly] = useState(true);
  const { figures } = comparison;
  const changed = figures.filter((one) => one.left !== one.right);
  return (
    <>
      <div className="bar">
        <Segmented<View>
          aria-label={say("versions.view")}
          value={view}
          onChange={setView}
          options={[
            { value: "figures", label: say("versions.figures") },
            { value: "pages", label: say("versions.pages") },
          ]}
        />
        <span role="status">{say("versions.changed", { changed: changed.length, all: figures.length })}</span>
        {view === "figures" && (
          <Checkbox checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)}>
            {say("versions.changed-only")}
          </Checkbox>
        )}
        <span className="quiet">{say("versions.rounding")}</span>
      </div>
      {view === "pages" ? (
        <ComparedPages comparison={comparison} left={left} right={right} />
      ) : (
        <Wide label={say("versions.table")}>
          <Table
            rowKey="key"
            dataSource={[...(changedOnly ? changed : figures)]}
            locale={{ emptyText: <Nothing text={say("versions.same")} /> }}
            pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
            rowClassName={(one) => (one.left === one.right ? "" : "changed-row")}
            columns={[
              { title: say("versions.table"), dataIndex: "table" },
              { title: say("versions.row"), dataIndex: "row" },
              { title: say("versions.column"), dataIndex: "column" },
              { title: left, dataIndex: "left", align: "right" },
              {
                title: right,
                align: "right",
                render: (_, one) => (one.left === one.right ? one.right : <b>≠ {one.right}</b>),
              },
            ]}
          />
        </Wide>
      )}
    </>
  );
}
