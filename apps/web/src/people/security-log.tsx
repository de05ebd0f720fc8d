import type { SecurityEvent } from "@mingzhang/server/api";
import { Button, Modal, Table } from "antd";
import { useState } from "react";
import { WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { eventName } from "./event-name.ts";

const AT_ONCE = 100;

/** Opens the security log: who came to the doors, what failed, what was refused. */
export function SecurityLogButton() {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("security.title")}</Button>
      <Modal
        open={open}
        title={say("security.title")}
        footer={null}
        width="90%"
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p>{say("security.about")}</p>
        <SecurityLog />
      </Modal>
    </>
  );
}

function SecurityLog() {
  const { say } = useText();
  const [before, setBefore] = useState<number>();
  const asked = useAsked(
    async () =>
      (await call("securityEvents", { query: { limit: AT_ONCE, ...(before !== undefined && { before }) } }))
        .events,
    [before],
  );
  return (
    <WhenAsked asked={asked}>
      {(events) => (
        <>
          <EventTable events={events} />
          <div className="bar">
            <Button disabled={before === undefined} onClick={() => setBefore(undefined)}>
              {say("security.newest")}
            </Button>
            <Button disabled={events.length < AT_ONCE} onClick={() => setBefore(events.at(-1)?.number)}>
              {say("security.older")}
            </Button>
          </div>
        </>
      )}
    </WhenAsked>
  );
}

function EventTable({ events }: { readonly events: readonly SecurityEvent[] }) {
  const { say, language } = useText();
  return (
    <Wide label={say("security.title")}>
      <Table
        rowKey="number"
        size="small"
        dataSource={[...events]}
        pagination={false}
        columns={[
          { title: say("security.at"), width: 150, render: (_, { at }) => localTime(at, language) },
          { title: say("security.event"), width: 220, render: (_, { event }) => eventName(event, say) },
          {
            title: say("security.person"),
            width: 160,
            render: (_, { personName }) => personName || say("security.nobody"),
          },
          { title: say("security.address"), dataIndex: "address", width: 150 },
          {
            title: say("security.call"),
            render: (_, { call: id, params }) =>
              id === null ? "" : [id, ...Object.values(params ?? {}).map(String)].join(" "),
          },
        ]}
      />
    </Wide>
  );
}
