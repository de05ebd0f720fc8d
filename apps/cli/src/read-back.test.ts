import { fileURLToPath } from "node:url";
import { compose, type Document, disclose } from "@mingzhang/core";
import { RENDERERS } from "@mingzhang/renderers";
import { beforeAll, describe, expect, it } from "vitest";
import { loadBudget } from "./load.ts";
import { readBack } from "./read-back.ts";

const fixture = fileURLToPath(new URL("../../../fixtures/wansheng-2023", import.meta.url));

describe("reading a finished file back", () => {
  let document: Document;

  beforeAll(async () => {
    const loaded = await loadBudget(fixture, undefined);
    if (loaded.budget === undefined) throw new Error("the fixture has faults");
    document = compose(disclose(loaded.budget, loaded.profile));
  });

  it.each(RENDERERS.map((renderer) => [renderer.id, renderer] as const))(
    "finds every cell and sentence in %s, and nothing that contradicts itself",
    async (id, renderer) => {
      const { bytes } = await renderer.render({ document });
      expect(await readBack(document, { path: `${id}/pack`, bytes })).toEqual([]);
    },
  );

  it("says which figure of a table and which sentence is not there", async () => {
    const [renderer] = RENDERERS;
    const { bytes } = await (renderer as (typeof RENDERERS)[number]).render({ document });
    const findings = await readBack(withOtherFigures(document), { path: "html/pack", bytes });
    const messages = findings.map((finding) => finding.message.zh);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain("6.3万元");
    expect(messages[1]).toContain("300.33");
  });

  it("refuses a file that cannot be read at all", async () => {
    const findings = await readBack(document, { path: "pdf/pack", bytes: new Uint8Array([1, 2, 3]) });
    expect(findings.map(({ level }) => level)).toEqual(["error"]);
  });
});

/** The same document with another figure in one sentence and in one cell. */
function withOtherFigures({ blocks, ...rest }: Document): Document {
  let changed = false;
  return {
    ...rest,
    blocks: blocks.map((block) => {
      if (block.type === "paragraph") {
        const children = block.children.map((inline) =>
          inline.text === "6.2" ? { ...inline, text: "6.3" } : inline,
        );
        return { ...block, children };
      }
      if (block.type !== "grid" || changed) return block;
      const rows = block.rows.map((row) =>
        row.map((cell) => {
          if (changed || cell.text !== "300.32") return cell;
          changed = true;
          return { ...cell, text: "300.33" };
        }),
      );
      return { ...block, rows };
    }),
  };
}
