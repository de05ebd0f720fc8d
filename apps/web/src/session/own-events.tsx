import type { OwnEvent } from "@mingzhang/server/api";
import { Alert } from "antd";
import { useState } from "react";
import { linkTo } from "../layout/route.ts";
import { WhenAsked } from "../layout/states.tsx";
import { eventName } from "../people/event-name.ts";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";
import { useAsked } from "./asked.ts";
import { call } from "./client.ts";

const ask = async () => (await call("ownEvents", {})).events;

/** What happened to the person's sign-in in the last half year. */
export function OwnEvents() {
  const { say, language } = useText();
  const asked = useAsked(ask, []);
  return (
    <WhenAsked asked={asked}>
      {(events) => (
        <ul>
          {events.map(({ at, event, address, news }) => (
            <li key={`${at}${event}`}>
              {say("own-events.line", {
                at: localTime(at, language),
                event: eventName(event, say),
                address,
              })}
              {news && <strong> {say("own-events.news")}</strong>}
            </li>
          ))}
        </ul>
      )}
    </WhenAsked>
  );
}

/** Told after signing in where something happened to one's sign-in since the last time; silent otherwise. */
export function SignInNotice() {
  const { say, language } = useText();
  const { value = [] } = useAsked(ask, []);
  const [closed, setClosed] = useState(false);
  const news = value.filter((event) => event.news);
  const [, last] = value.filter(({ event }) => event === "signed-in");
  if (closed || news.length === 0 || last === undefined) return null;
  const counts = [...countsOf(news)].map(([event, count]) => `${eventName(event, say)} × ${count}`);
  return (
    <Alert
      type="warning"
      role="status"
      showIcon
      className="spaced"
      title={say("own-events.notice", {
        at: localTime(last.at, language),
        address: last.address,
        what: counts.join(language === "zh" ? "、" : ", "),
      })}
      action={<a {...linkTo("/account")}>{say("own-events.look")}</a>}
      closable={{ onClose: () => setClosed(true), "aria-label": say("own-events.close") }}
    />
  );
}

function countsOf(events: readonly OwnEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { event } of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  return counts;
}
