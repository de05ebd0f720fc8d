import type { Tone } from "@mingzhang/core";

/** Ink on a pale ground, RRGGBB: read by everybody, and dark on light in black and white. */
export interface ToneColours {
  readonly ink: string;
  readonly ground: string;
}

export const TONES: Readonly<Record<Tone, ToneColours>> = {
  good: { ink: "14532D", ground: "D3EFDA" },
  warning: { ink: "5C3D00", ground: "FFE08A" },
  bad: { ink: "8C1414", ground: "FBD0CC" },
  info: { ink: "123F77", ground: "CFE2F8" },
};
