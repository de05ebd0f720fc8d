import { defineSection } from "../narrative/definition.ts";

/** 其他说明事项: the body's own notes, and whom to ask. */
export default defineSection({
  id: "further-notes",
  heading: "其他说明事项",
  figures: {},
  paragraphs: [
    { texts: "notes" },
    { sentences: ["{body}预算公开联系人：{text:contact}　联系方式：{text:telephone}"], style: "signature" },
  ],
});
