/** What a typeface is for, after GB/T 9704-2012: each role names the typeface that an office would use. */
export const ROLES = {
  /** 仿宋, of the running text. */
  body: /仿宋|fang ?song|FZFS/i,
  /** 小标宋, of titles. */
  title: /小标宋|xiao ?biao ?song|FZXBS/i,
  /** 黑体, of first-rank headings inside a part. */
  heading: /黑体|hei ?ti|simhei|FZHei/i,
  /** 楷体, of second-rank headings. */
  subheading: /楷体|kai ?ti|simkai|FZKai/i,
  /** 宋体, of tables and page numbers. */
  table: /宋体|simsun|shu ?song|stsong/i,
} as const;

export type Role = keyof typeof ROLES;

/** The role of an office font by any of its family names; undefined where it has none (it then only lends glyphs). */
export function roleOf(families: readonly string[]): Role | undefined {
  const roles = Object.keys(ROLES) as Role[];
  return roles.find((role) => families.some((family) => ROLES[role].test(family)));
}

const SERIF = "Mingzhang Serif";
const SANS = "Mingzhang Sans";
const KAI = "Mingzhang Kai";

/** The bundled files (package path and our family name for it). All cover GBK; free of charge, OFL-1.1. */
export const BUNDLED = [
  ["@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf", SERIF],
  ["@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf", SERIF],
  ["@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf", SANS],
  ["@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff", KAI],
] as const;

/** Which bundled family stands in for each role, then those that lend it a glyph. No free 仿宋 is to be had. */
export const STAND_INS: Readonly<Record<Role, readonly string[]>> = {
  body: [SERIF, SANS, KAI],
  title: [SERIF, SANS, KAI],
  heading: [SANS, SERIF, KAI],
  subheading: [KAI, SERIF, SANS],
  table: [SERIF, SANS, KAI],
};
