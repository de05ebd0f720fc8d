import type { IFontAttributesProperties } from "docx";

const LATIN = "Times New Roman";

/**
 * Latin letters and digits in Times New Roman, all else in the Chinese font. `hAnsi` is the Chinese font too: it is
 * what Word takes for “ ” ‘ ’ … —, which would come out half as wide.
 */
function chinese(name: string): IFontAttributesProperties {
  return { ascii: LATIN, hAnsi: name, eastAsia: name, cs: LATIN };
}

export const FONTS = {
  body: chinese("仿宋_GB2312"),
  title: chinese("方正小标宋简体"),
  section: chinese("黑体"),
  subsection: chinese("楷体_GB2312"),
  grid: chinese("宋体"),
} as const;
