import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What drives a browser for minutes; begun last, it would be waited for alone. */
const LONGEST = ["story", "phone", "year-story", "pages"].map((name) => `apps/web/src/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

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
    // Two cores are the least that a machine has; left to itself the runner would keep one for watching.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    // Starting a database takes its time where many tests run at once.
    hookTimeout: 120_000,
  },
});
