import { PROFILES } from "./generated/profiles.ts";
import type { Profile } from "./profile.ts";

/** The profile of that id; undefined where there is none. */
export function findProfile(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

export { PROFILES };
