import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const corpus = fileURLToPath(new URL("../../../../../shared/corpus/chongqing/F041.html", import.meta.url));
const INSTRUCTION = "部门应根据实际情况进行解释和增减";

/** As the page in the corpus that stands in for nothing: a template's instruction left in, words lost in a sentence. */
const IMITATION = `<!DOCTYPE html><meta charset="utf-8"><title>预算</title>
<h2>万盛经开区交通局2018年部门预算情况说明</h2>
<p>一、单位基本情况</p>
<p>二、“三公”经费情况说明</p>
<p>2018年“三公”经费预算2800.68万元，其中因公出国（境）费用60万元，严控290.5万元，公务用车运行维护费2450.18万元。</p>
<p>三、专业名词解释</p>
<p>以下为常见专业名词解释，${INSTRUCTION}。</p>
<p>基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。</p>
`;

const published = existsSync(corpus) ? readFileSync(corpus, "utf8") : IMITATION;

export const PACK_YEAR = 2018;
/** A pack of a body that compiled it elsewhere, and the same with one of its two faults corrected. */
export const PACK = {
  published: Buffer.from(published),
  corrected: Buffer.from(published.replaceAll(INSTRUCTION, "")),
  findings: [INSTRUCTION, "没有写到“公务接待费”"],
} as const;
