import { defineRule, type RuleResult } from "../rule.ts";
import { around, type Line, linesOf, orHolds, violationAt } from "./lines.ts";

export default defineRule({
  id: "wording/no-personal-data",
  level: "warning",
  title: {
    zh: "不应公开身份证号、银行卡号和个人手机号",
    en: "No identity, bank card or private telephone numbers",
  },
  basis: [{ document: "中华人民共和国个人信息保护法", article: "第二十五条" }],
  doc: {
    zh: "身份证号按校验码、银行卡号按校验位识别，避免把编码当作号码。联系电话一段中的手机号是指定的联系人，不报。",
    en: "Identity numbers are recognised by their checksum and cards by theirs. A designated contact's telephone is allowed.",
  },
  examples: [
    {
      name: "an identity number",
      text: "慰问对象张三，身份证号11010519491231002X。",
      messages: ["印有身份证号。"],
    },
    { name: "a private telephone", text: "受助人电话13812345678。", messages: ["印有手机号。"] },
    { name: "the designated contact", text: "部门预算公开联系人：张三 联系方式：13812345678", messages: [] },
    { name: "a project code", text: "项目编码500110202300000012345678。", messages: [] },
  ],
  check({ pack }) {
    const lines = linesOf(pack);
    return orHolds(
      lines.flatMap((line) => resultOf(line)),
      lines,
    );
  },
});

function resultOf(line: Line): RuleResult[] {
  for (const match of line.text.matchAll(/(?<![\dA-Za-z.,])\d{11,19}[Xx]?(?![\dA-Za-z])/gu)) {
    const what = kindOf(match[0], line.text);
    if (what === undefined) continue;
    const masked = match[0].replace(/^(\d{3}).*(\w{2})$/u, "$1…$2");
    return [
      violationAt(line, {
        message: { zh: `印有${what.zh}。`, en: `${what.en} is printed.` },
        remedy: { zh: "删去，或遮盖中间各位。", en: "Delete it, or mask its middle digits." },
        quote: around(line.text.replaceAll(match[0], masked), match.index, match.index + masked.length),
        printed: masked,
      }),
    ];
  }
  return [];
}

function kindOf(number: string, text: string): { readonly zh: string; readonly en: string } | undefined {
  if (isIdentityNumber(number)) return { zh: "身份证号", en: "an identity number" };
  if (/^1[3-9]\d{9}$/u.test(number))
    return /联系|电话[:：]|咨询|监督|热线|举报/u.test(text) && !/受助|对象|家属/u.test(text)
      ? undefined
      : { zh: "手机号", en: "a mobile telephone number" };
  if (/^(?:62|60|4|5)\d{14,18}$/u.test(number) && passesLuhn(number) && /卡|账户|账号|开户|银行/u.test(text))
    return { zh: "银行卡号", en: "a bank card number" };
  return undefined;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a birth date in the middle and a check digit at the end. */
function isIdentityNumber(number: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u.test(number))
    return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return "10X98765432"[sum % 11] === number[17]?.toUpperCase();
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
