import type { CallOutput } from "@mingzhang/server/api";
import { Alert, Button, Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import { goTo } from "../layout/route.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { CodeChanges } from "./code-changes.tsx";

/** Begins a budget, blank or as a copy of last year's; what became of the codes is shown before one goes on. */
export function OpenBudgetForm() {
  const text = useText();
  const { say } = text;
  const { may, bodies } = useSession();
  const choices = bodies.filter(
    ({ id, kind, active }) => active && kind !== "bureau" && may("open-budget", id),
  );
  const [bodyId, setBodyId] = useState(choices[0]?.id);
  const [year, setYear] = useState(new Date().getFullYear() + 1);
  const [copy, setCopy] = useState(false);
  const [nothing, setNothing] = useState(false);
  const [error, setError] = useState<unknown>();
  const [opened, setOpened] = useState<CallOutput<"openBudget">>();
  const enter = (id: string) => goTo(`/budgets/${id}/entry`);
  const open = async () => {
    if (bodyId === undefined) return;
    setError(undefined);
    setNothing(false);
    try {
      const before = copy
        ? (await call("budgets", { query: { year: year - 1, body: bodyId } })).budgets[0]
        : undefined;
      if (copy && before === undefined) return setNothing(true);
      const body = { bodyId, year, ...(before !== undefined && { copyFrom: before.id }) };
      const budget = await call("openBudget", { body });
      if (budget.codeChanges.length === 0) enter(budget.id);
      else setOpened(budget);
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
      {nothing && (
        <Alert type="info" showIcon role="alert" title={say("budgets.copy.none", { year: year - 1 })} />
      )}
      {error !== undefined && <Alert type="error" showIcon title={problemText(error, text)} role="alert" />}
      {opened !== undefined && <CodeChanges budget={opened} onClose={() => enter(opened.id)} />}
    </div>
  );
}
