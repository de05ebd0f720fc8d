export * from "./limited-process.ts";
export * from "./read-limited.ts";
