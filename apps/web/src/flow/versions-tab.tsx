import { type CheckedEntry, checkEntry } from "@mingzhang/server/api";
import { Checkbox, Select, Table } from "antd";
import { useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { compareFigures } from "./compare.ts";

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
        {(sides) =>
          sides.length < 2 ? <Nothing text={say("versions.nothing")} /> : <Comparison sides={sides} />
        }
      </WhenAsked>
    </>
  );
}

function Comparison({ sides }: { readonly sides: readonly Side[] }) {
  const { say } = useText();
  const { head } = useOpenBudget();
  const { bodies } = useSession();
  const body = bodies.find(({ id }) => id === head.bodyId);
  const unit = body?.kind === "unit" ? body.shortName : undefined;
  const [left, setLeft] = useState(sides[1]?.value ?? "");
  const [right, setRight] = useState("current");
  const load = async (value: string): Promise<CheckedEntry | undefined> => {
    const side = sides.find((one) => one.value === value);
    if (side === undefined) return undefined;
    const query = side.version === undefined ? {} : { version: side.version };
    return checkEntry((await call("sheets", { params: { budget: side.budget }, query })).sheets, unit);
  };
  const asked = useAsked(async () => [await load(left), await load(right)] as const, [left, right]);
  const options = sides.map(({ value, label }) => ({ value, label }));
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
      <WhenAsked asked={asked}>{([old, now]) => <Compared old={old} now={now} />}</WhenAsked>
    </>
  );
}

function Compared({
  old,
  now,
}: {
  readonly old: CheckedEntry | undefined;
  readonly now: CheckedEntry | undefined;
}) {
  const { say } = useText();
  const [changedOnly, setChangedOnly] = useState(true);
  const figures = useMemo(
    () =>
      old?.disclosure === undefined || now?.disclosure === undefined
        ? undefined
        : compareFigures(old.disclosure, now.disclosure),
    [old, now],
  );
  if (figures === undefined) return <Nothing text={say("versions.unreadable")} />;
  const changed = figures.filter((one) => one.left !== one.right);
  return (
    <>
      <div className="bar">
        <span role="status">{say("versions.changed", { changed: changed.length, all: figures.length })}</span>
        <Checkbox checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)}>
          {say("versions.changed-only")}
        </Checkbox>
      </div>
      <Table
        rowKey="key"
        dataSource={[...(changedOnly ? changed : figures)]}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        rowClassName={(one) => (one.left === one.right ? "" : "changed-row")}
        columns={[
          { title: say("versions.table"), dataIndex: "table" },
          { title: say("versions.row"), dataIndex: "row" },
          { title: say("versions.column"), dataIndex: "column" },
          { title: say("versions.left"), dataIndex: "left", align: "right" },
          { title: say("versions.right"), dataIndex: "right", align: "right" },
        ]}
      />
    </>
  );
}
