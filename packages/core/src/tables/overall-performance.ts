import { defineTable } from "../table/definition.ts";

/** 表十五 整体绩效目标表. */
export default defineTable({
  id: "overall-performance",
  title: "{year}年{region}{body}预算整体绩效目标表",
  form: "overall",
});
