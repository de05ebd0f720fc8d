import { MAIN } from "./source-main.ts";
import { STYLE } from "./source-style.ts";
import { TABLE } from "./source-table.ts";

/** The template: fixed text. What it prints comes from /data.json, and only from there. */
export const TEMPLATE = [STYLE, TABLE, MAIN].join("\n");
