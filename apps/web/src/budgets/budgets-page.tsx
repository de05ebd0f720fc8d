import { STATE_TEXTS } from "@mingzhang/server/api";
import { Table } from "antd";
import { linkTo } from "../layout/route.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked, useKeptFresh } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { OpenBudgetForm } from "./open-budget-form.tsx";

export function BudgetsPage() {
  const { say, of, language } = useText();
  const { may, bodyName } = useSession();
  const asked = useAsked(async () => (await call("budgets", { query: {} })).budgets, []);
  useKeptFresh(asked.reload);
  return (
    <div className="page">
      <h1>{say("budgets.title")}</h1>
      {may("open-budget") && <OpenBudgetForm />}
      <WhenAsked asked={asked}>
        {(budgets) =>
          budgets.length === 0 ? (
            <Nothing text={say("budgets.none")} />
          ) : (
            <Wide label={say("budgets.title")}>
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
                  {
                    title: say("budgets.version"),
                    render: (_, { version }) => (version === 0 ? "" : version),
                  },
                  {
                    title: say("budgets.changed"),
                    render: (_, { changedAt }) => localTime(changedAt, language),
                  },
                ]}
              />
            </Wide>
          )
        }
      </WhenAsked>
    </div>
  );
}
