import { defineTable } from "../table/definition.ts";
import { FUNCTIONAL_CODE_PARTS, FUNCTIONAL_ROWS } from "./columns.ts";

/** 收入预算总表: revenue by function and by four sources; carry-over counts with its source. */
export default defineTable({
  id: "revenue-by-source",
  title: "{year}年{body}收入预算总表",
  counterpart: "department-revenue",
  scope: { side: "revenue" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        ...FUNCTIONAL_CODE_PARTS,
        {
          id: "total",
          header: ["收入预算", "合计"],
          width: 14,
          measure: {},
          parts: ["appropriation", "service", "business", "other-sources"],
        },
        {
          id: "appropriation",
          header: ["收入预算", "财政拨款收入"],
          width: 14,
          measure: { fund: "appropriation" },
        },
        { id: "service", header: ["收入预算", "事业收入"], width: 12, measure: { fund: "service" } },
        {
          id: "business",
          header: ["收入预算", "事业单位经营收入"],
          width: 12,
          measure: { fund: "business" },
        },
        {
          id: "other-sources",
          header: ["收入预算", "其他收入"],
          width: 12,
          measure: { fund: "other-sources" },
        },
      ],
      rows: FUNCTIONAL_ROWS,
    },
  ],
});
