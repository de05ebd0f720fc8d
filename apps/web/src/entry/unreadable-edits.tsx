import { Alert, Button } from "antd";
import { useText } from "../text/language.tsx";
import type { EntryState, EntryStore } from "./entry-store.ts";

interface Props {
  readonly store: EntryStore;
  readonly state: EntryState;
}

/** Edits of the person that wait here and that nobody can read any more: they are kept until the person gives them up. */
export function UnreadableEdits({ store, state }: Props) {
  const { say } = useText();
  if (state.unreadable.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say("entry.unreadable", { count: state.unreadable.length })}
      action={<Button onClick={() => store.dropUnreadable()}>{say("entry.unreadable.drop")}</Button>}
    />
  );
}
