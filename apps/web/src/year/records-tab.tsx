import { useOpenBudget } from "../budgets/open-budget.ts";
import { linkTo } from "../layout/route.ts";
import { useText } from "../text/language.tsx";
import { IndicatorProgress } from "./indicator-progress.tsx";
import { sheetOf } from "./lines.ts";
import { YearSheets } from "./year-sheets.tsx";

const OPEN_TO_ALL = [sheetOf("records"), sheetOf("countings")];
const PARTICIPANTS = sheetOf("participants");

/** The register of evidence, how indicators are counted from it, and the names that stay with the body. */
export function RecordsTab() {
  const { say } = useText();
  const { head, can } = useOpenBudget();
  const keeps = can("keep-participants");
  return (
    <YearSheets
      schemas={keeps ? [...OPEN_TO_ALL, PARTICIPANTS] : OPEN_TO_ALL}
      mayEdit={(sheet) => (sheet === PARTICIPANTS.id ? keeps : can("record"))}
      files={(sheet) =>
        sheet === "records" &&
        can("record") && <a {...linkTo(`/budgets/${head.id}/year/record`)}>{say("record.open")}</a>
      }
    >
      <IndicatorProgress />
    </YearSheets>
  );
}
