import { defineSection } from "../narrative/definition.ts";

/** 机构设置: what the body wrote about itself; of a department also how many units of which type, and which. */
export default defineSection({
  id: "structure",
  heading: "{body}机构设置",
  figures: {
    units: { measure: {}, count: "units" },
    administrative: { measure: {}, count: "units/administrative" },
    civilService: { measure: {}, count: "units/civil-service" },
    institutions: { measure: {}, count: "units/public-welfare" },
  },
  paragraphs: [
    { texts: "structure" },
    {
      when: { body: "department" },
      sentences: [
        "{name}{body}预算包括{units}家预算单位的综合收支计划。本{body}中，行政单位{administrative}家，",
        { when: { positive: "civilService" }, print: ["参照公务员法管理的事业单位{civilService}家，"] },
        "事业单位{institutions}家，具体包括：",
      ],
    },
    {
      each: { units: true },
      when: { body: "department" },
      paragraphs: [{ sentences: ["{number}.{label}"], style: "list" }],
    },
  ],
});
