export * from "./data/index.ts";
export * from "./entry/index.ts";
export * from "./renderer.ts";
export * from "./renderers.ts";
export * from "./report/index.ts";
