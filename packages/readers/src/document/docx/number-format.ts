const DIGITS = "〇一二三四五六七八九";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** A list number as Word prints it in one of its formats; formats that are not known print digits. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return chinese(number);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(number)].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
    case "ideographTraditional":
      return STEMS[number - 1] ?? String(number);
    case "ideographZodiac":
      return BRANCHES[number - 1] ?? String(number);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    case "upperLetter":
      return letters(number);
    case "lowerLetter":
      return letters(number).toLowerCase();
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    default:
      return String(number);
  }
}

/** 一 to 九千九百九十九; beyond that digits. */
function chinese(number: number): string {
  if (number < 1 || number > 9999) return String(number);
  const digits = [...String(number)].map(Number);
  let text = "";
  digits.forEach((digit, index) => {
    const unit = ["", "十", "百", "千"][digits.length - 1 - index] ?? "";
    if (digit > 0) text += (DIGITS[digit] ?? "") + unit;
    else if (!text.endsWith("零")) text += "零";
  });
  return text.replace(/零+$/, "").replace(/^一十/, "十");
}

/** A to Z, then AA, BB, as Word goes on. */
function letters(number: number): string {
  if (number < 1) return "";
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.min(Math.floor((number - 1) / 26) + 1, 10));
}

const ROMAN: readonly (readonly [value: number, text: string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [worth, letter] of ROMAN) for (; rest >= worth; rest -= worth) text += letter;
  return text;
}
