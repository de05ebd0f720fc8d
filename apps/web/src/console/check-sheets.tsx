import { type CheckSheets, pathOf } from "@mingzhang/server/api";
import { Alert, Button } from "antd";
import { useState } from "react";
import { JobProgress } from "../flow/publications.tsx";
import { problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";

const SHOWN = 5;

/** The check sheets of all bodies of a year in one workbook: made in the background, and downloaded when it is there. */
export function SummedCheckSheets({
  year,
  onMaking,
}: {
  readonly year: number;
  readonly onMaking: () => void;
}) {
  const text = useText();
  const { say } = text;
  const [error, setError] = useState<unknown>();
  const asked = useAsked(async () => (await call("checkSheets", { query: { year } })).checkSheets, [year]);
  const making = asked.value?.some(({ made }) => !made) ?? false;
  const make = (document: CheckSheets["document"]) => {
    setError(undefined);
    call("makeCheckSheets", { body: { year, document } }).then(() => {
      asked.reload();
      onMaking();
    }, setError);
  };
  return (
    <section aria-label={say("check-sheets.title")}>
      <div className="bar">
        <h2>{say("check-sheets.title")}</h2>
        {(["budget", "accounts"] as const).map((document) => (
          <Button key={document} disabled={making} onClick={() => make(document)}>
            {say("check-sheets.make", { document: say(`console.${document}`) })}
          </Button>
        ))}
      </div>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
      <WhenAsked asked={asked}>
        {(made) =>
          made.length === 0 ? (
            <p className="quiet">{say("check-sheets.none")}</p>
          ) : (
            <ul className="plain-list">
              {made.slice(0, SHOWN).map((one) => (
                <Made key={one.id} sheets={one} reload={asked.reload} />
              ))}
            </ul>
          )
        }
      </WhenAsked>
    </section>
  );
}

function Made({ sheets, reload }: { readonly sheets: CheckSheets; readonly reload: () => void }) {
  const { say, language } = useText();
  const { id, document, bodies, at, personName, job, made } = sheets;
  return (
    <li className="bar">
      <span>{say("check-sheets.one", { document: say(`console.${document}`), bodies })}</span>
      <span className="quiet">
        {localTime(at, language)} {personName}
      </span>
      {made ? (
        <a href={pathOf("checkSheetsFile", { params: { checkSheets: id } })} download>
          {say("check-sheets.download")}
        </a>
      ) : (
        <JobProgress job={job} onDone={reload} />
      )}
    </li>
  );
}
