import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

/** Words that speak to the writer of a disclosure, not to its readers. */
const INSTRUCTIONS =
  /(?:请|须|需)?(?:各)?(?:部门|单位)?(?:可|应)?(?:根据|结合)(?:本)?(?:部门|单位)?(?:自身|实际)(?:情况)?(?:进行)?(?:解释和)?(?:填写|填列|编写|删减|增减)|请(?:各)?(?:部门|单位)?(?:根据|结合)(?:本)?(?:部门|单位)?(?:自身|实际)(?:情况)?(?:进行)?(?:修改|调整|补充|说明|解释)|(?:如|若)(?:无|没有|有)(?:此项|该项|相关)?(?:内容|支出|收入)?[，,]?(?:请|则)?(?:删除|填写|注明|说明)|(?:请|应)(?:在此|按照模板|自行)(?:填写|修改|补充|删除)|模板说明|填表说明[:：]|(?:不涉及|没有)的(?:请)?删除|由(?:各)?(?:部门|单位)自行(?:填写|编写|补充|解释)|(?:二选一|择一填写|选择填写)/u;

export default defineRule({
  id: "wording/no-template-instruction",
  level: "error",
  title: { zh: "不应留有模板的填写要求", en: "No instruction of the template is left" },
  basis: [],
  doc: {
    zh: "“请根据实际情况填写”“如无此项请删除”一类的话是写给编制人的，公开前应删去。",
    en: "Sentences that tell the writer what to fill in must be deleted before publication.",
  },
  examples: [
    {
      name: "the writer is told to fill in",
      text: "（三）其他收入：指除上述收入以外的收入，请各单位根据实际情况填写。",
      messages: ["“请各单位根据实际情况填写”是模板的填写要求。"],
    },
    {
      name: "the writer is told to explain and to add",
      text: "五、专业性名词解释\n以下为常见专业名词解释，部门应根据实际情况进行解释和增减。",
      messages: ["“部门应根据实际情况进行解释和增减”是模板的填写要求。"],
    },
    { name: "a sentence for the reader", text: "本部门根据实际工作需要编制预算。", messages: [] },
    { name: "a plan that may change", text: "项目内容根据实际情况进行调整。", messages: [] },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind !== "cell");
    return wordsFound(
      lines,
      (text) => INSTRUCTIONS.exec(text),
      (words, { kind }) => ({
        ...(kind === "caption" ? { level: "notice" as const } : {}),
        message: {
          zh: `“${words}”是模板的填写要求。`,
          en: `“${words}” is an instruction of the template.`,
        },
        remedy: { zh: "删去这句话。", en: "Delete the sentence." },
      }),
    );
  },
});
