import { defineTable } from "../table/definition.ts";

/** 表十七 一般项目绩效目标表: one form a project. */
export default defineTable({
  id: "general-project-performance",
  title: "{year}年{region}{body}一般项目绩效目标表",
  form: "project",
  rank: "general",
});
