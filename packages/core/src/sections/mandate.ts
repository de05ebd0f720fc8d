import { defineSection } from "../narrative/definition.ts";

/** 主要职能, as the body wrote them. */
export default defineSection({
  id: "mandate",
  heading: "{body}主要职能",
  figures: {},
  paragraphs: [{ texts: "mandate", numbered: true }],
});
