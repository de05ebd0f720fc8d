import { useEffect, useRef, useState } from "react";
import { Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import type { Drawing } from "./draw.ts";

export interface ChartValue {
  /** As the table prints it. */
  readonly text: string;
  /** How long its bar is; a drawing, not arithmetic on figures. */
  readonly size: number;
}

export interface ChartData {
  readonly title: string;
  readonly unit: string;
  /** What the rows are. */
  readonly heading: string;
  /** One or more, the most important first. */
  readonly series: readonly string[];
  /** The series after the first are no bars, but marks that the first is held against. */
  readonly marks?: boolean;
  /** One value for each series; undefined: not known. */
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (ChartValue | undefined)[];
  }[];
}

/** A bar chart and the table of the same figures: there is no chart without its table. */
export function Chart({ data }: { readonly data: ChartData }) {
  const { say } = useText();
  const { title, unit, heading, series, rows } = data;
  return (
    <figure className="chart" aria-label={title}>
      <figcaption>
        <b>{title}</b> <span className="quiet">{unit}</span>
      </figcaption>
      {rows.length === 0 ? (
        <Nothing text={say("charts.empty")} />
      ) : (
        <div className="chart-and-table">
          <Drawn data={data} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
          <section className="scrolls" tabIndex={0} aria-label={say("charts.table", { title })}>
            <table className="small-table">
              <thead>
                <tr>
                  <th>{heading}</th>
                  {series.map((name) => (
                    <th key={name} className="number">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ label, values }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    {series.map((name, index) => (
                      <td key={name} className="number">
                        {values[index]?.text ?? "—"}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </figure>
  );
}

const ROW_HEIGHT = 22;
const AROUND = 56;

/** The picture alone, drawn by a library that is loaded when the first picture is wanted. */
function Drawn({ data }: { readonly data: ChartData }) {
  const { say } = useText();
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let drawing: Drawing | undefined;
    let current = true;
    import("./draw.ts").then(
      ({ draw }) => {
        if (current && box.current !== null) drawing = draw(box.current, data);
      },
      () => setFailed(true),
    );
    return () => {
      current = false;
      drawing?.remove();
    };
  }, [data]);
  const height =
    AROUND + data.rows.length * ROW_HEIGHT * Math.max(1.4, data.marks === true ? 1 : data.series.length);
  if (failed) return <p className="quiet">{say("charts.failed")}</p>;
  return (
    <div
      ref={box}
      role="img"
      aria-label={say("charts.image", { title: data.title })}
      className="chart-image"
      style={{ height }}
    />
  );
}
