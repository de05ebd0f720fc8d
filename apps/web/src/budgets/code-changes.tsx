import type { CallOutput, CodeChangeValue } from "@mingzhang/server/api";
import { Modal } from "antd";
import { useText } from "../text/language.tsx";

const KINDS = ["to-choose", "replaced", "renamed"] as const;

/** What the new year's classification made of the codes of a copied budget: what is to be chosen comes first. */
export function CodeChanges({
  budget: { year, codeChanges },
  onClose,
}: {
  readonly budget: CallOutput<"openBudget">;
  readonly onClose: () => void;
}) {
  const { say } = useText();
  return (
    <Modal
      open
      width={720}
      title={say("copy.title", { from: year - 1, year })}
      okText={say("copy.enter")}
      footer={(_, { OkBtn }) => <OkBtn />}
      onOk={onClose}
      onCancel={onClose}
    >
      {KINDS.map((kind) => (
        <ChangeTable key={kind} kind={kind} changes={codeChanges.filter((one) => one.kind === kind)} />
      ))}
    </Modal>
  );
}

function ChangeTable({
  kind,
  changes,
}: {
  readonly kind: (typeof KINDS)[number];
  readonly changes: readonly CodeChangeValue[];
}) {
  const { say } = useText();
  if (changes.length === 0) return null;
  return (
    <>
      <h3 className={kind === "to-choose" ? "warning" : undefined}>
        {say(`copy.${kind}`, { count: changes.length })}
      </h3>
      <table className="small-table">
        <thead>
          <tr>
            <th>{say("copy.old")}</th>
            <th>{say(kind === "to-choose" ? "copy.candidates" : "copy.new")}</th>
            <th>{say("copy.rows")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ code, name, successors, rows }) => (
            <tr key={code}>
              <td>
                {code} {name}
              </td>
              <td>
                {successors.length === 0
                  ? say("copy.no-candidate")
                  : successors.map((one) => `${one.code} ${one.name}`).join("；")}
              </td>
              <td className="number">{rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
