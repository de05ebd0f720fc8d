import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText } from "../layout/states.tsx";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";

/** A department takes the accepted budgets of its units into its own. */
export function Consolidation() {
  const text = useText();
  const { say } = text;
  const { head } = useOpenBudget();
  const { bodies } = useSession();
  const units = bodies.filter(({ parentId, active }) => parentId === head.bodyId && active);
  const [chosen, setChosen] = useState<readonly string[]>(units.map(({ id }) => id));
  const [rows, setRows] = useState<number>();
  const [error, setError] = useState<unknown>();
  if (units.length === 0) return null;
  const take = async () => {
    setError(undefined);
    setRows(undefined);
    try {
      const answer = await call("consolidate", { params: { budget: head.id }, body: { units: [...chosen] } });
      setRows(answer.rows);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section aria-label={say("steps.consolidate")}>
      <h2>{say("steps.consolidate")}</h2>
      <Checkbox.Group
        value={[...chosen]}
        onChange={(keys) => setChosen(keys.map(String))}
        options={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
      <div className="bar">
        <Button disabled={chosen.length === 0} onClick={take}>
          {say("steps.consolidate")}
        </Button>
        {rows !== undefined && <span role="status">{say("steps.consolidated", { rows })}</span>}
      </div>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
    </section>
  );
}
