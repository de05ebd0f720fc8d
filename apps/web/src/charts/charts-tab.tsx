import { type Fen, formatYuan, readBudget } from "@mingzhang/core";
import { bodyOf, toRawSheets } from "@mingzhang/server/api";
import { useDeferredValue, useMemo } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { Nothing, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { Chart, type ChartData, type ChartValue } from "./chart.tsx";
import { type Expenditure, expenditureOf, type Share } from "./expenditure.ts";

/** Expenditure by function and by economic class, against last year. */
export function ChartsTab() {
  const { say } = useText();
  const { head, entry } = useOpenBudget();
  const { bodies } = useSession();
  const asked = useAsked(async () => {
    const [before] = (await call("budgets", { query: { year: head.year - 1, body: head.bodyId } })).budgets;
    if (before === undefined) return { last: undefined };
    const { sheets } = await call("sheets", { params: { budget: before.id } });
    return { last: readBudget(toRawSheets(sheets)).budget };
  }, [head.id]);
  const sheets = useDeferredValue(entry.state.sheets);
  const budget = useMemo(
    () => readBudget(toRawSheets([...sheets].map(([sheet, rows]) => ({ sheet, rows })))).budget,
    [sheets],
  );
  if (budget === undefined) return <Nothing text={say("preview.nothing")} />;
  const body = bodies.find(({ id }) => id === head.bodyId);
  const published = bodyOf(budget, body?.kind === "unit" ? body.shortName : undefined);
  return (
    <WhenAsked asked={asked}>
      {({ last }) => (
        <Charts
          expenditure={expenditureOf(budget, published, last)}
          year={head.year}
          knowsLast={last !== undefined}
        />
      )}
    </WhenAsked>
  );
}

interface ChartsProps {
  readonly expenditure: Expenditure;
  readonly year: number;
  readonly knowsLast: boolean;
}

function Charts({ expenditure, year, knowsLast }: ChartsProps) {
  const { say } = useText();
  const charts = useMemo(() => {
    const chart = (title: string, shares: readonly Share[]): ChartData => {
      const compares = shares.some(({ last }) => last !== undefined);
      return {
        title,
        unit: say("charts.yuan"),
        heading: say("charts.class"),
        series: [year, ...(compares ? [year - 1] : [])].map((of) => say("charts.year", { year: of })),
        rows: shares.map(({ code, name, now, last }) => ({
          label: `${code} ${name}`,
          values: [inYuan(now), ...(compares ? [last && inYuan(last)] : [])],
        })),
      };
    };
    return [
      chart(say("charts.functional"), expenditure.functional),
      chart(say("charts.economic"), expenditure.economic),
    ];
  }, [expenditure, year, say]);
  return (
    <div className="charts">
      {charts.map((data) => (
        <Chart key={data.title} data={data} />
      ))}
      {!knowsLast && <p className="quiet">{say("charts.no-last-year", { year: year - 1 })}</p>}
    </div>
  );
}

function inYuan(amount: Fen): ChartValue {
  return { text: formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ","), size: Number(amount) / 100 };
}
