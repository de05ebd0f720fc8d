import { fillText, type TextVariables } from "../table/text.ts";

export interface TermExplanation {
  readonly word: string;
  readonly text: string;
}

interface TermDefinition extends TermExplanation {
  /** The words in the narrative that make the term need an explanation; the term itself by default. */
  readonly usedAs?: readonly string[];
}

/** The professional terms of a disclosure (财预〔2016〕143号: 对专业性较强的名词进行解释). */
const TERMS: readonly TermDefinition[] = [
  {
    word: "财政拨款收入",
    text: "指本年度从本级财政部门取得的财政拨款，包括一般公共预算财政拨款、政府性基金预算财政拨款、国有资本经营预算财政拨款。",
  },
  {
    word: "财政专户管理资金",
    text: "指缴入财政专户、实行专项管理的高中以上学费、住宿费、高校委托培养费、函大、电大、夜大及短训班培训费等教育收费。",
  },
  {
    word: "事业收入",
    text: "指事业单位开展专业业务活动及其辅助活动取得的收入，不包括纳入财政专户管理的教育收费。",
  },
  { word: "上级补助收入", text: "指从主管部门或上级单位取得的财政拨款以外的其他补助收入。" },
  {
    word: "附属单位上缴收入",
    text: "指本单位所属下级单位上缴给本单位的全部收入，包括下级事业单位上缴的事业收入、其他收入和下级企业单位上缴的利润等。",
  },
  {
    word: "事业单位经营收入",
    text: "指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。",
  },
  {
    word: "其他收入",
    text: "指除上述收入以外的各项收入，包括债务收入（不含政府债券、政府向外国政府贷款和国际组织贷款）、投资收益等。",
  },
  {
    word: "上年结转",
    text: "指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。",
  },
  {
    word: "用事业基金弥补收支差额",
    text: "指事业单位在当年收入不足以安排当年支出时，使用以前年度积累的非财政拨款结余弥补当年收支缺口的资金。",
  },
  {
    word: "基本支出",
    text: "指预算单位为保障其机构正常运转、完成日常工作任务编制的年度基本支出计划，包括人员经费和公用经费两部分，对应人员类项目和公用经费项目。",
  },
  {
    word: "项目支出",
    text: "指预算单位为完成特定工作任务和事业发展目标，在基本支出之外编制的年度支出计划，对应其他运转类项目和特定目标类项目。",
  },
  {
    word: "“三公”经费",
    text: "指用一般公共预算财政拨款安排的因公出国（境）费、公务用车购置及运行维护费、公务接待费。其中，因公出国（境）费反映单位公务出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费、公杂费等支出；公务用车购置费反映单位公务用车购置支出（含车辆购置税）；公务用车运行维护费反映单位按规定保留的公务用车燃料费、维修费、过路过桥费、保险费、安全奖励费用等支出；公务接待费反映单位按规定开支的各类公务接待（含外宾接待）支出。",
  },
  {
    word: "机关运行经费",
    text: "指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出。",
  },
  {
    word: "政府采购",
    text: "指各级国家机关、事业单位和团体组织，使用财政性资金采购依法制定的集中采购目录以内的或者采购限额标准以上的货物、工程和服务的行为。",
  },
];

/** The terms that the text uses, in their fixed order. */
export function termsUsedIn(text: string, variables: TextVariables): readonly TermExplanation[] {
  return TERMS.filter((term) => (term.usedAs ?? [term.word]).some((word) => text.includes(word))).map(
    (term) => ({
      word: term.word,
      text: fillText(term.text, variables),
    }),
  );
}
