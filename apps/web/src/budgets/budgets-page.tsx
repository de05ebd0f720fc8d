import { STATE_TEXTS } from "@mingzhang/server/api";
import { Alert, Button, Checkbox, InputNumber, Select, Table } from "antd";
import { useState } from "react";
import { goTo, linkTo } from "../layout/route.ts";
import { Nothing, problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";

export function BudgetsPage() {
  const { say, of, language } = useText();
  const { may, bodyName } = useSession();
  const asked = useAsked(async () => (await call("budgets", { query: {} })).budgets, []);
  return (
    <div className="page">
      <h1>{say("budgets.title")}</h1>
      {may("open-budget") && <OpenBudgetForm />}
      <WhenAsked asked={asked}>
        {(budgets) =>
          budgets.length === 0 ? (
            <Nothing text={say("budgets.none")} />
          ) : (
            <Table
              rowKey="id"
              dataSource={[...budgets]}
              pagination={budgets.length > 50 && { pageSize: 50, showSizeChanger: false }}
              columns={[
                {
                  title: say("budgets.body"),
                  render: (_, { id, bodyId }) => (
                    <a {...linkTo(`/budgets/${id}/entry`)}>{bodyName(bodyId)}</a>
                  ),
                },
                { title: say("budgets.year"), dataIndex: "year" },
                { title: say("budgets.state"), render: (_, { state }) => of(STATE_TEXTS[state]) },
                { title: say("budgets.approval"), render: (_, { approvalDate }) => approvalDate ?? "" },
                { title: say("budgets.version"), render: (_, { version }) => (version === 0 ? "" : version) },
                {
                  title: say("budgets.changed"),
                  render: (_, { changedAt }) => localTime(changedAt, language),
                },
              ]}
            />
          )
        }
      </WhenAsked>
    </div>
  );
}

function OpenBudgetForm() {
  const text = useText();
  const { say } = text;
  const { may, bodies } = useSession();
  const choices = bodies.filter(
    ({ id, kind, active }) => active && kind !== "bureau" && may("open-budget", id),
  );
  const [bodyId, setBodyId] = useState(choices[0]?.id);
  const [year, setYear] = useState(new Date().getFullYear() + 1);
  const [copy, setCopy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = async () => {
    if (bodyId === undefined) return;
    setError(undefined);
    try {
      const before = copy
        ? (await call("budgets", { query: { year: year - 1, body: bodyId } })).budgets[0]
        : undefined;
      const body = { bodyId, year, ...(before !== undefined && { copyFrom: before.id }) };
      goTo(`/budgets/${(await call("openBudget", { body })).id}/entry`);
    } catch (failure) {
      setError(failure);
    }
  };
  if (choices.length === 0) return null;
  return (
    <div className="bar">
      <Select
        aria-label={say("budgets.body")}
        value={bodyId}
        onChange={setBodyId}
        showSearch={{ optionFilterProp: "label" }}
        options={choices.map(({ id, name, code }) => ({ value: id, label: `${code} ${name}` }))}
        className="wide-select"
      />
      <InputNumber
        aria-label={say("budgets.year")}
        value={year}
        min={2000}
        max={2999}
        onChange={(value) => setYear(value ?? year)}
      />
      <Checkbox checked={copy} onChange={(event) => setCopy(event.target.checked)}>
        {say("budgets.copy")}
      </Checkbox>
      <Button type="primary" onClick={open}>
        {say("budgets.open")}
      </Button>
      {error !== undefined && <Alert type="error" showIcon title={problemText(error, text)} role="alert" />}
    </div>
  );
}
