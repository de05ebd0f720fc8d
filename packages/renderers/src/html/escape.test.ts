import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementId, escapeHtml, escapeJson, fragment, safeText } from "./escape.ts";

describe("escaping", () => {
  it("leaves no character that could open a tag, an entity or end an attribute", () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
  });

  it("shows control characters, lone surrogates and direction overrides as a replacement character", () => {
    expect(safeText("a\u0000b\u001bc\ud800d\u202e321\u2066")).toBe("a\ufffdb\ufffdc\ufffdd\ufffd321\ufffd");
  });

  it("keeps line breaks, full-width spaces and characters beyond the basic plane", () => {
    expect(safeText("甲\n\t　𠮷①")).toBe("甲\n\t　𠮷①");
  });

  it("writes JSON that reads back the same and cannot end its script element", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = escapeJson([text, "</script><!--"]);
        expect(json).not.toMatch(/[<>&]/);
        expect((JSON.parse(json) as string[])[0]).toBe(text);
      }),
    );
  });
});

describe("anchors", () => {
  it("stay as they are when they are plain", () => {
    expect([elementId("table-05"), elementId("收入预算")]).toEqual(["table-05", "收入预算"]);
  });

  it("lose spaces and markup and cannot take the page's own ids", () => {
    expect(elementId('a b"<')).toBe("a_20_b_22__3c_");
    expect(elementId("mz-inspector")).toBe("_mz-inspector");
  });

  it("are linked to in encoded form", () => {
    expect(fragment("表 1")).toBe("#%E8%A1%A8_20_1");
  });
});
