import type { Text } from "../finding/finding.ts";
import { isDisclosure, type Pack } from "../pack/pack.ts";
import { compareBodies } from "./same-body.ts";

/** What a pack says that it is. */
export type PackIdentity = Pick<Pack, "kind" | "reason" | "year" | "body" | "scope">;

/** Whether a pack can be what the same body published a year before: fits, may fit, or does not and why. */
export interface Fit {
  readonly verdict: "fits" | "unsure" | "misfit";
  readonly reason?: Text;
}

const SCOPES = {
  department: { zh: "部门预算", en: "the budget of a department" },
  unit: { zh: "单位预算", en: "the budget of one unit" },
} as const;

/** Judges another pack as last year's pack of the same body. */
export function fitOf(pack: PackIdentity, prior: PackIdentity): Fit {
  return misfitOf(pack, prior) ?? unsureOf(pack, prior) ?? { verdict: "fits" };
}

function misfitOf(pack: PackIdentity, prior: PackIdentity): Fit | undefined {
  if (!isDisclosure(prior.kind))
    return misfit(
      `上年材料不是预算公开：${prior.reason.zh}`,
      `last year's file is no budget: ${prior.reason.en}`,
    );
  if (pack.year !== undefined && prior.year !== undefined && prior.year !== pack.year - 1)
    return misfit(
      `给出的上年材料是${prior.year}年的，本材料是${pack.year}年的，不是前后两年`,
      `the pack given as last year's is of ${prior.year}, this one of ${pack.year}`,
    );
  if (compareBodies(pack.body, prior.body) === "different")
    return misfit(
      `给出的上年材料是“${prior.body}”的，本材料是“${pack.body}”的，不是同一单位`,
      `the pack given as last year's is of "${prior.body}", this one of "${pack.body}"`,
    );
  if (pack.scope !== undefined && prior.scope !== undefined && pack.scope !== prior.scope) {
    const [now, before] = [SCOPES[pack.scope], SCOPES[prior.scope]];
    return misfit(
      `给出的上年材料是${before.zh}，本材料是${now.zh}，范围不同`,
      `last year's pack is ${before.en}, this one ${now.en}`,
    );
  }
  return undefined;
}

function unsureOf(pack: PackIdentity, prior: PackIdentity): Fit | undefined {
  if (pack.year === undefined || prior.year === undefined)
    return unsure(
      `${prior.year === undefined ? "上年材料" : "本材料"}没有写明年度，不能确认是前后两年`,
      "one of the two packs states no year",
    );
  if (compareBodies(pack.body, prior.body) === "unknown")
    return unsure(
      `本材料的单位是“${pack.body ?? "未写明"}”，上年材料的是“${prior.body ?? "未写明"}”，不能确认是同一单位`,
      `whether "${pack.body ?? "(not stated)"}" and "${prior.body ?? "(not stated)"}" are one body is not certain`,
    );
  return undefined;
}

function misfit(zh: string, en: string): Fit {
  return { verdict: "misfit", reason: { zh, en } };
}

function unsure(zh: string, en: string): Fit {
  return { verdict: "unsure", reason: { zh, en } };
}
