import { CHART_MESSAGES } from "./chart-messages.ts";
import { CONSOLE_MESSAGES } from "./console-messages.ts";
import { ENTRY_MESSAGES } from "./entry-messages.ts";
import { FLOW_MESSAGES } from "./flow-messages.ts";
import { SESSION_MESSAGES } from "./session-messages.ts";
import { YEAR_MESSAGES } from "./year-messages.ts";

/** Everything that the pages say by themselves. What findings and the server say comes in both languages already. */
export const MESSAGES = {
  ...SESSION_MESSAGES,
  ...ENTRY_MESSAGES,
  ...FLOW_MESSAGES,
  ...CONSOLE_MESSAGES,
  ...CHART_MESSAGES,
  ...YEAR_MESSAGES,
} as const;

export type MessageId = keyof typeof MESSAGES;
