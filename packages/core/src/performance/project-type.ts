/** Types of projects for which indicators are offered; the first whose words a project's name holds. */
export const PROJECT_TYPES = [
  { id: "training", zh: "培训", words: /培训|研修|轮训/u },
  { id: "meeting", zh: "会议", words: /会议|论坛|研讨/u },
  { id: "information", zh: "信息化", words: /信息|系统|平台|网络|软件|运维|数据|网站|云/u },
  { id: "equipment", zh: "设备购置", words: /设备|购置|采购|装备|器材/u },
  { id: "construction", zh: "工程修缮", words: /工程|建设|修缮|改造|装修|维修/u },
  { id: "research", zh: "课题咨询", words: /课题|研究|规划|咨询|调研|编制|评估|论证/u },
  { id: "subsidy", zh: "补助慰问", words: /补助|补贴|救助|慰问|奖励|资助|津贴|抚恤|奖补/u },
  { id: "publicity", zh: "宣传活动", words: /宣传|活动|展览|展会|文化|赛/u },
  { id: "facility", zh: "运行保障", words: /物业|租赁|房屋|后勤|食堂|运行维护|运行保障|运维|水电/u },
  { id: "inspection", zh: "监督检测", words: /检查|监督|执法|检测|监测|审计|巡察|办案/u },
  { id: "service", zh: "服务", words: /服务|委托|法律顾问/u },
] as const;
export type ProjectTypeId = (typeof PROJECT_TYPES)[number]["id"] | "general";

/** The type of a project by its name; "general" where no word tells. */
export function projectTypeOf(name: string): ProjectTypeId {
  return PROJECT_TYPES.find(({ words }) => words.test(name))?.id ?? "general";
}
