export * from "./read-limited.ts";
