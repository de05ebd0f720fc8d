import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@mingzhang/core": source("./packages/core/src/index.ts"),
      "@mingzhang/readers/limited": source("./packages/readers/src/limited/index.ts"),
      "@mingzhang/readers": source("./packages/readers/src/index.ts"),
      "@mingzhang/renderers/frame": source("./packages/renderers/src/html/frame.ts"),
      "@mingzhang/renderers": source("./packages/renderers/src/index.ts"),
      "@mingzhang/server/api": source("./apps/server/src/api/index.ts"),
      "@mingzhang/server": source("./apps/server/src/index.ts"),
      "@mingzhang/solver": source("./packages/solver/src/index.ts"),
    },
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    // Two cores are the least that a machine has. Browsers and databases are waited for: one worker more fills the time.
    maxWorkers: 3,
    testTimeout: 60_000,
    // Starting a database takes its time where many tests run at once.
    hookTimeout: 120_000,
  },
});
