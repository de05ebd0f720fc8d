#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (!existsSync(main)) {
  console.error(
    "明账尚未编译：请先在仓库根目录运行 npm run setup。\nmingzhang is not built yet: run npm run setup in the repository's root first.",
  );
  process.exit(1);
}
await import(main.href);
