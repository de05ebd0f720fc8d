import type { ParagraphDefinition } from "../narrative/definition.ts";

/** Stands in for a unit's assets where they were entered for the department as a whole only. */
export const ASSETS_IN_DEPARTMENT: ParagraphDefinition = {
  sentences: [
    {
      when: { known: "assets" },
      print: [],
      otherwise: ["本{body}国有资产占有使用情况随部门预算一并说明。"],
    },
  ],
};
