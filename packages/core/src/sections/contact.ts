import type { ParagraphDefinition } from "../narrative/definition.ts";

/** The body's own notes, and whom to ask. */
export const NOTES_AND_CONTACT: readonly ParagraphDefinition[] = [
  { texts: "notes" },
  { sentences: ["{body}预算公开联系人：{text:contact}　联系方式：{text:telephone}"], style: "signature" },
];
