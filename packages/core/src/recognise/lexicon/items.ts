import { ASSET_ITEMS } from "../../budget/terms.ts";
import type { MeasureTemplate } from "../../measure/measure.ts";

const PROCUREMENT = [
  { pattern: /货物/u, measure: { procurement: "goods" } },
  { pattern: /工程/u, measure: { procurement: "works" } },
  { pattern: /服务/u, measure: { procurement: "services" } },
  { pattern: /政府采购|采购预算|采购金额/u, measure: { procurement: "any" } },
] as const;

/** What no classification gives: procurement classes, vehicles and equipment, numbers of projects. */
export function measureOfItem(text: string, context: MeasureTemplate): MeasureTemplate {
  if (context.procurement !== undefined || /采购/u.test(text)) {
    const found = PROCUREMENT.find(({ pattern }) => pattern.test(text));
    if (found !== undefined) return found.measure;
  }
  if (context.item === "assets" || /用车|车辆|设备/u.test(text)) {
    const asset = assetOf(text);
    if (asset !== undefined) return { item: asset };
  }
  return /项目(?:共)?$|一级项目$/u.test(text) && !/支出/u.test(text) ? { item: "projects" } : {};
}

function assetOf(text: string): string | undefined {
  if (/处置|报废/u.test(text)) return undefined;
  const column = /购置|新增|更新/u.test(text) ? "planned" : "held";
  const words = text.replace(/\(含\)/gu, "");
  const item = ASSET_ITEMS.find(({ zh, ...rest }) =>
    [zh, ...("synonyms" in rest ? rest.synonyms : [])].some((name) =>
      words.includes(name.replace(/（.*?）/gu, "")),
    ),
  );
  if (item !== undefined) return `assets/${column}/${item.id}`;
  if (/其他用车/u.test(words)) return `assets/${column}/vehicle/other`;
  return /车辆|公务用车(?!购置|运行)/u.test(words) ? `assets/${column}/vehicle` : undefined;
}
