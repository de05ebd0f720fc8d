import { defineSection } from "../narrative/definition.ts";

/** 部门基本情况: duties and structure, as the body wrote them. */
export default defineSection({
  id: "basic-information",
  heading: "{body}基本情况",
  figures: {},
  paragraphs: [
    { subheading: "职能职责" },
    { texts: "mandate", numbered: true },
    { subheading: "{body}构成" },
    { texts: "structure" },
  ],
});
