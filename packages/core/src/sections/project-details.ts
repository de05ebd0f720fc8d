import { defineSection } from "../narrative/definition.ts";

/** 项目经费情况说明: each project's summary, basis, implementer, funds and target. */
export default defineSection({
  id: "project-details",
  heading: "项目经费情况说明",
  figures: { projects: { measure: {}, count: "projects" } },
  paragraphs: [
    { when: { nil: "projects" }, sentences: ["本{body}{year}年无项目经费。"] },
    {
      each: { projects: true },
      paragraphs: [
        { subheading: "{label}" },
        { when: { text: "summary" }, sentences: ["项目概述：{text:summary}。"] },
        { when: { text: "basis" }, sentences: ["立项依据：{text:basis}。"] },
        { when: { text: "compiledBy" }, sentences: ["实施主体：{text:compiledBy}。"] },
        { sentences: ["年度预算安排：{year}年安排预算{it}。"] },
        { when: { text: "goal" }, sentences: ["绩效目标：{text:goal}。"] },
      ],
    },
  ],
});
