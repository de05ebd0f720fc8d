import type { LIGHTS } from "@mingzhang/server/api";
import { useText } from "../text/language.tsx";

export type LightName = (typeof LIGHTS)[number];

/** A light as a word in its colour, so that no colour has to be seen. */
export function Light({ light }: { readonly light: LightName }) {
  const { say } = useText();
  return <span className={`light light-${light}`}>{say(`light.${light}`)}</span>;
}
