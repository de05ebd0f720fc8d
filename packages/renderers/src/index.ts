export * from "./renderer.ts";
export * from "./data/index.ts";
export * from "./renderers.ts";
export * from "./entry/index.ts";
