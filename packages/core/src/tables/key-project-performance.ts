import { defineTable } from "../table/definition.ts";

/** 表十六 重点项目绩效目标表: one form a project. */
export default defineTable({
  id: "key-project-performance",
  title: "{year}年{region}{body}重点项目绩效目标表",
  form: "project",
  rank: "key",
});
