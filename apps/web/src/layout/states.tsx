import { ApiError } from "@mingzhang/server/api";
import { Button, Empty, Result, Spin } from "antd";
import type { ReactNode } from "react";
import type { Asked } from "../session/asked.ts";
import { type useText as Spoken, useText } from "../text/language.tsx";

export function Loading() {
  const { say } = useText();
  return (
    <div className="state" role="status">
      <Spin />
      <p>{say("state.loading")}</p>
    </div>
  );
}

/** What went wrong, in words; a failed connection has no answer to quote. */
export function problemText(error: unknown, { say, of }: ReturnType<typeof Spoken>): string {
  return error instanceof ApiError ? of(error.problem.message) : say("state.offline");
}

export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const text = useText();
  if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return <NotAllowed />;
  return (
    <Result
      status="warning"
      title={text.say("state.failed")}
      subTitle={problemText(error, text)}
      extra={<Button onClick={retry}>{text.say("state.retry")}</Button>}
    />
  );
}

export function NotAllowed() {
  const { say } = useText();
  return <Result status="info" title={say("state.forbidden")} subTitle={say("state.forbidden.advice")} />;
}

export function Nothing({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  );
}

/** Shows an answer when it is there, and else where it stands. */
export function WhenAsked<Value>({
  asked,
  children,
}: {
  readonly asked: Asked<Value>;
  readonly children: (value: Value) => ReactNode;
}) {
  if (asked.value !== undefined) return children(asked.value);
  if (asked.error !== undefined) return <Failed error={asked.error} retry={asked.reload} />;
  return <Loading />;
}
