import { expect, test } from "vitest";
import { readPdf } from "./readPdf.ts";
import { rule, text } from "./testing/draw.ts";
import { makePdf } from "./testing/makePdf.ts";

test("pages that show nothing are told from pages with text, rules or pictures", async () => {
  const { document } = await readPdf(
    makePdf([
      { content: text(60, 700, "封面") },
      { content: "" },
      { content: rule("stroke", [60, 700, 300, 700]) },
      { content: "100 0 0 100 60 600 cm /I0 Do", image: true },
      { content: text(60, 700, "正文") },
    ]),
  );
  expect(document.file).toMatchObject({ pages: 5, blankPages: [2] });
});
