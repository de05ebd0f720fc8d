import { useText } from "../text/language.tsx";
import { HistoryList } from "./history-list.tsx";

export function HistoryTab() {
  const { say } = useText();
  return (
    <>
      <h2>{say("history.title")}</h2>
      <HistoryList />
    </>
  );
}
