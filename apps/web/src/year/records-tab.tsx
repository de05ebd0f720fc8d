import { useOpenBudget } from "../budgets/open-budget.ts";
import { linkTo } from "../layout/route.ts";
import { useText } from "../text/language.tsx";
import { Attachments } from "./attachments.tsx";
import { IndicatorProgress } from "./indicator-progress.tsx";
import { SHEET_TABS } from "./sheet-tabs.ts";
import { TakeExport } from "./take-export.tsx";
import { YearSheets } from "./year-sheets.tsx";

/** The register of evidence, and the other sheets of the year as they are behind the forms. */
export function RecordsTab() {
  const { say } = useText();
  const { head, can } = useOpenBudget();
  const keeps = can("keep-participants");
  const mayEdit = (sheet: string) =>
    sheet === "participants"
      ? keeps
      : sheet === "reviews"
        ? can("review-as-department") || can("review-as-bureau")
        : can("record");
  return (
    <YearSheets
      schemas={SHEET_TABS.records.filter(({ id }) => keeps || id !== "participants")}
      mayEdit={mayEdit}
      files={(sheet) =>
        sheet === "records" && (
          <>
            {can("record") && <TakeExport sheet={sheet} />}
            <Attachments />
            {can("record") && <a {...linkTo(`/budgets/${head.id}/year/record`)}>{say("record.open")}</a>}
          </>
        )
      }
    >
      <IndicatorProgress />
    </YearSheets>
  );
}
