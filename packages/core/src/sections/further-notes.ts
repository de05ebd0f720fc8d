import { defineSection } from "../narrative/definition.ts";
import { NOTES_AND_CONTACT } from "./contact.ts";

/** 其他说明事项: the body's own notes, and whom to ask. */
export default defineSection({
  id: "further-notes",
  heading: "其他说明事项",
  figures: {},
  paragraphs: NOTES_AND_CONTACT,
});
