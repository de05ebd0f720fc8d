import type { Pack } from "@mingzhang/core";

/** What a bureau looks at before the tables, and after them. */
export const BEFORE_TABLES = ["封面", "目录", "主要职能", "机构设置", "名词解释", "预算编制说明"] as const;
export const AFTER_TABLES = ["其他相关情况说明", "项目经费情况说明"] as const;
export type SectionTitle = (typeof BEFORE_TABLES)[number] | (typeof AFTER_TABLES)[number];

/** Words of headings that begin a section; the first that fits. */
const SECTION_WORDS: readonly (readonly [SectionTitle, RegExp])[] = [
  ["目录", /^目\s*录/],
  ["主要职能", /职能|职责/],
  ["机构设置", /机构设置|单位构成|机构情况/],
  ["名词解释", /名词(?:解释|释义)|专业.*名词/],
  ["项目经费情况说明", /项目.*情况说明$/],
  ["其他相关情况说明", /其他.*(?:说明|事项)|三公|机关运行|政府采购|国有资产/],
  ["预算编制说明", /编制说明|预算.*说明|收支.*情况|支出.*情况/],
];

/**
 * The section of the form that each paragraph belongs to: that of the last heading which names one. The depth of
 * headings says nothing here: in many packs a part's title and its 一、二、三 stand on one level.
 */
export function sectionsOf({ paragraphs }: Pack): readonly (SectionTitle | undefined)[] {
  let current: SectionTitle | undefined;
  return paragraphs.map(({ text, heading }) => {
    if (heading === true) current = SECTION_WORDS.find(([, words]) => words.test(text))?.[0] ?? current;
    return current;
  });
}
