import type { OutlineItem, Profile, ProfileTable } from "../../packages/core/src/profile/profile.ts";
import { PROFILES } from "../../packages/core/src/profile/profiles.ts";
import { SECTIONS } from "../../packages/core/src/sections/index.ts";
import { TABLES } from "../../packages/core/src/tables/index.ts";
import { code, page, table } from "./markdown.ts";

const UNITS = { yuan: "元", "wan-yuan": "万元" } as const;

/** Every place: what its packs hold and how they print. */
export function profilesPage(): string {
  return page(
    "Profiles",
    "`profiles/`",
    "公开口径说明一地的公开材料有哪些部分、哪些表、叫什么、用什么单位和措辞。部门信息里填标识，或用 `--profile` 指定。新增一地：复制一个 JSON 文件，改好后运行 `npm run generate`。",
    ...PROFILES.map(profileParts),
  );
}

function profileParts(profile: Profile): readonly string[] {
  const { format, narrativeFormat, weights } = profile;
  const amounts = ({ unit, decimals, grouping }: Profile["format"]) =>
    `${UNITS[unit]}，${decimals} 位小数${grouping ? "，有千分位" : ""}`;
  return [
    `## ${profile.id}`,
    `${profile.name.zh} ${profile.name.en}`,
    table(
      ["项目 Setting", "内容 Value"],
      [
        ["表中金额", amounts(format)],
        ["文中金额", amounts(narrativeFormat)],
        ["与什么比较", profile.comparisonBase],
        ["上年为零时的增幅", profile.nilBase],
        ["要填原因的增减幅度", `${profile.reasonThreshold}% 及以上，或从无到有`],
        ["指标权重之和", `整体 ${weights.overall}，项目 ${weights.project}`],
      ],
    ),
    "### Performance",
    table(["项目 Setting", "内容 Value"], performanceRows(profile)),
    "### Outline",
    profile.outline.map((item) => `- ${outlineText(item)}`).join("\n"),
    "### Tables",
    table(["表号 Number", "表名 Title", "定义 Definition"], profile.tables.map(tableRow)),
  ];
}

function performanceRows({ performance, weights }: Profile): string[][] {
  const { form, monitoring, evaluation, filingDays } = performance;
  const { execution, indicator, rounds } = monitoring;
  const { grades, qualitative, executionReason, disagreement, unspent } = evaluation;
  const band = ([most, least]: readonly [number, number]) => `${most}%～${least}%`;
  const points = 100 - weights.project;
  return [
    ["绩效目标表", form === "tree" ? "一级、二级、三级指标（`tree`）" : "指标名称，不分级（`flat`）"],
    ["监控日期", rounds.map((day) => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`).join("、")],
    ["预算灯", `执行率÷(月份÷12)：低于 ${execution.red}% 红，低于 ${execution.green}% 黄，其余绿`],
    [
      "指标灯",
      `对应完成进度：低于 ${indicator.red}% 红，低于 ${indicator.green}% 黄，${indicator.blue}% 及以上蓝，其余绿`,
    ],
    ["预算执行率分值", `项目 ${points} 分，整体 ${100 - weights.overall} 分`],
    ["等级", grades.map(({ name, from }) => `${name} ≥${from}`).join("，")],
    [
      "定性指标",
      `达到 ${band(qualitative.reached)}，部分达到 ${band(qualitative.partly)}，未达到 ${band(qualitative.missed)}`,
    ],
    ["须写原因的执行率", `低于 ${executionReason}%`],
    ["得分与执行不相称", `指标得分率高出执行率，超过前者的 ${disagreement}%`],
    ["提示结余", `未执行的超过预算的 ${unspent}%`],
    ["“三公”经费调剂备案", `批准后 ${filingDays} 日内`],
  ];
}

function outlineText(item: OutlineItem): string {
  if ("part" in item) return `**${item.part}**`;
  if ("catalogue" in item) return item.catalogue;
  if ("tables" in item) return "全部公开表";
  const section = SECTIONS.find(({ id }) => id === item.section);
  return `${item.heading ?? section?.heading ?? ""} ${code(item.section)}`;
}

function tableRow(entry: ProfileTable): string[] {
  const definition = TABLES.find(({ id }) => id === entry.table);
  return [
    entry.shortName,
    entry.title ?? definition?.title ?? "",
    `[${entry.table}](tables.md#${entry.table})`,
  ];
}
