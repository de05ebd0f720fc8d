import type { Transition } from "./transitions.ts";

/** The steps of a year: the self-evaluation is submitted, signed, reviewed twice, and published. */
export const YEAR_TRANSITIONS: readonly Transition[] = [
  {
    action: "submit-evaluation",
    text: { zh: "提交自评", en: "Submit the self-evaluation" },
    steps: [["year-open", "evaluation-signing"]],
    gates: ["year-readable", "lights-answered", "misses-explained"],
  },
  {
    action: "withdraw-evaluation",
    text: { zh: "撤回自评", en: "Withdraw the self-evaluation" },
    steps: [["evaluation-signing", "year-open"]],
    gates: [],
  },
  {
    action: "sign-evaluation",
    text: { zh: "自评审核签字", en: "Sign the self-evaluation" },
    steps: [["evaluation-signing", "evaluation-review"]],
    gates: ["another-person-evaluated", "year-readable", "lights-answered", "misses-explained"],
  },
  {
    action: "return-evaluation",
    text: { zh: "退回自评", en: "Return the self-evaluation" },
    steps: [
      ["evaluation-signing", "year-open"],
      ["evaluation-review", "year-open"],
      ["evaluation-bureau", "year-open"],
      ["evaluation-accepted", "year-open"],
      ["evaluation-published", "year-open"],
    ],
    gates: ["reason-given"],
  },
  {
    action: "forward-evaluation",
    text: { zh: "复核后报财政部门", en: "Forward to the finance bureau" },
    steps: [["evaluation-review", "evaluation-bureau"]],
    gates: ["year-readable"],
  },
  {
    action: "accept-evaluation",
    text: { zh: "复核通过", en: "Accept the self-evaluation" },
    steps: [["evaluation-bureau", "evaluation-accepted"]],
    gates: ["year-readable"],
  },
  {
    action: "publish-evaluation",
    text: { zh: "公开自评", en: "Publish the self-evaluation" },
    steps: [["evaluation-accepted", "evaluation-published"]],
    gates: ["year-readable", "evaluation-scan-acknowledged"],
  },
];
