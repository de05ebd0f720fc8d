import { BUDGET_SHEETS } from "@mingzhang/core";
import { Alert, Button } from "antd";
import { useText } from "../text/language.tsx";
import type { Conflict } from "./conflicts.ts";

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly onResolve: (conflict: Conflict, take: "mine" | "theirs") => void;
}

/** Changes that do not fit what others did meanwhile: both values, and the person decides. */
export function ConflictList({ conflicts, onResolve }: Props) {
  const { say, titled } = useText();
  if (conflicts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="conflicts"
      title={say("entry.conflict.title")}
      description={
        <>
          <p>{say("entry.conflict.explain")}</p>
          <ul className="plain-list">
            {conflicts.map((one) => (
              <li key={one.key} className="bar">
                <b>{placeOf(one).map(titled).join(" · ")}</b>
                <ConflictTexts conflict={one} />
                {one.conflict.current !== null && (
                  <Button onClick={() => onResolve(one, "mine")}>{say("entry.conflict.take-mine")}</Button>
                )}
                <Button onClick={() => onResolve(one, "theirs")}>{say("entry.conflict.take-theirs")}</Button>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function ConflictTexts({ conflict: { change, conflict } }: { readonly conflict: Conflict }) {
  const { say } = useText();
  const person = conflict.personName ?? say("entry.conflict.other-person");
  if (conflict.current === null) return <span>{say("entry.conflict.gone", { person })}</span>;
  if (change.kind !== "set") return null;
  return (
    <>
      <span>{say("entry.conflict.mine", { value: change.to })}</span>
      <span>
        {say("entry.conflict.theirs", { person, value: conflict.current.cells[change.field] ?? "" })}
      </span>
    </>
  );
}

function placeOf({ change }: Conflict) {
  const schema = BUDGET_SHEETS.find(({ id }) => id === change.sheet);
  const column = change.kind === "set" ? schema?.columns.find(({ id }) => id === change.field) : undefined;
  return [schema, column].filter((titled) => titled !== undefined);
}
