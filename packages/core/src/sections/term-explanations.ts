import { defineSection } from "../narrative/definition.ts";

/** 专业性名词解释, limited to the terms that the narrative uses. */
export default defineSection({
  id: "term-explanations",
  heading: "专业性名词解释",
  figures: {},
  paragraphs: [{ terms: true }],
});
