import { existsSync } from "node:fs";
import { beforeAll, describe } from "vitest";
import { BACKENDS } from "../../server/src/testing/postgres.ts";
import { pagesAtWork } from "./testing/at-work.ts";
import { look, passBy } from "./testing/look.ts";
import { buildPages, CHROMIUM } from "./testing/served.ts";
import { wholeStory } from "./testing/whole-story.ts";

describe.skipIf(!existsSync(CHROMIUM))(`in a browser (needs ${CHROMIUM})`, { timeout: 300_000 }, () => {
  beforeAll(buildPages);

  describe("the pages", pagesAtWork);

  // The same pages are looked at once; what a database could change is all the rest.
  describe.each(BACKENDS)("the whole story on $name", (backend) => {
    wholeStory(backend, backend === BACKENDS[0] ? look : passBy);
  });
});
