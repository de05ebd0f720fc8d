import { expect, it } from "vitest";
import type { Block } from "../../document/document.ts";
import { contentsRange } from "./contents.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ text }] });

it("the contents end at the first entry that is said again, whatever stands between its dots and its page", () => {
  const blocks = [
    paragraph("目　录"),
    paragraph("一、部门主要职能........\u2060 1"),
    paragraph("二、部门机构设置........\u2060 2"),
    paragraph("一、部门主要职能"),
    paragraph("1.负责全市综合事务；"),
  ];
  expect(contentsRange(blocks)).toEqual({ from: 0, to: 3 });
});
