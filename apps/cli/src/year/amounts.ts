import { type Fen, figureText, type Profile, roundAmount } from "@mingzhang/core";

/** An amount as the place prints it, with its unit: "45.00万元". */
export function amountText(amount: Fen, { format }: Profile): string {
  const unit = format.unit === "yuan" ? "元" : "万元";
  return figureText(roundAmount(amount, format), format.grouping === true) + unit;
}
