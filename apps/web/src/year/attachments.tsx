import type { Attachment } from "@mingzhang/server/api";
import { Button, Modal, Switch } from "antd";
import { useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { useAttempt } from "../layout/attempt.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { AttachmentLink } from "./attachment-link.tsx";

/** The files behind the records that one may open; who may upload them says which are for their own body only. */
export function Attachments() {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("attachments.title")}</Button>
      {open && (
        <Modal
          open
          width={720}
          footer={null}
          title={say("attachments.title")}
          onCancel={() => setOpen(false)}
        >
          <p className="quiet">{say("attachments.help")}</p>
          <List />
        </Modal>
      )}
    </>
  );
}

function List() {
  const { say } = useText();
  const { head } = useOpenBudget();
  const asked = useAsked(
    async () => (await call("attachments", { params: { budget: head.id } })).attachments,
    [head.id],
  );
  return (
    <WhenAsked asked={asked}>
      {(attachments) =>
        attachments.length === 0 ? (
          <Nothing text={say("attachments.none")} />
        ) : (
          <Table attachments={attachments} onChanged={asked.reload} />
        )
      }
    </WhenAsked>
  );
}

interface TableProps {
  readonly attachments: readonly Attachment[];
  readonly onChanged: () => void;
}

function Table({ attachments, onChanged }: TableProps) {
  const { say, language } = useText();
  const { head, can } = useOpenBudget();
  const attempt = useAttempt();
  const confine = (sha256: string, confined: boolean) => {
    const params = { budget: head.id, sha256 };
    attempt(call("confineAttachment", { params, body: { confined } }), onChanged);
  };
  const headings = ["name", "size", "by", "at", "confined"] as const;
  return (
    <Wide label={say("attachments.title")}>
      <table className="small-table wide">
        <thead>
          <tr>
            {headings.map((one) => (
              <th scope="col" key={one}>
                {say(`attachments.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attachments.map(({ sha256, name, size, personName, at, confined }) => (
            <tr key={sha256}>
              <th scope="row">
                <AttachmentLink name={name} sha256={sha256} />
              </th>
              <td className="number">{Math.ceil(size / 1024)} KB</td>
              <td>{personName}</td>
              <td>{localTime(at, language)}</td>
              <td>
                <Switch
                  aria-label={`${say("attachments.confined")}: ${name}`}
                  checked={confined}
                  disabled={!can("record")}
                  onChange={(next) => confine(sha256, next)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
