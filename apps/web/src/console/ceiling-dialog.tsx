import { CEILING_KINDS } from "@mingzhang/server/api";
import { Alert, Input, Modal } from "antd";
import { useState } from "react";
import { problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";

interface Props {
  readonly body: string;
  readonly year: number;
  readonly onClose: () => void;
}

/** All ceilings of a body and year at once. */
export function CeilingDialog({ body, year, onClose }: Props) {
  const text = useText();
  const { say } = text;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>();
  const asked = useAsked(
    async () => (await call("controlFigures", { query: { year, body } })).figures,
    [body, year],
  );
  const amountOf = (kind: string) =>
    typed[kind] ?? asked.value?.find((one) => one.kind === kind)?.ceiling ?? "";
  const save = async () => {
    const figures = CEILING_KINDS.flatMap((kind) => {
      const ceiling = amountOf(kind).replace(/[,，\s]/gu, "");
      return ceiling === "" ? [] : [{ kind, ceiling }];
    });
    try {
      await call("setControlFigures", { params: { body, year }, body: { figures } });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open
      title={say("ceilings.set")}
      okText={say("action.save")}
      cancelText={say("action.cancel")}
      okButtonProps={{ disabled: asked.value === undefined }}
      onOk={save}
      onCancel={onClose}
    >
      <p className="quiet">{say("ceilings.help")}</p>
      <WhenAsked asked={asked}>
        {() =>
          CEILING_KINDS.map((kind) => (
            <Input
              key={kind}
              prefix={say(`ceiling.${kind}`)}
              aria-label={say(`ceiling.${kind}`)}
              inputMode="decimal"
              className="amount-input"
              value={amountOf(kind)}
              onChange={(event) => setTyped({ ...typed, [kind]: event.target.value })}
            />
          ))
        }
      </WhenAsked>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
    </Modal>
  );
}
