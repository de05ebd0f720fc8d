import { type MasterKey, seal, unseal } from "./cipher.ts";
import { destroyFormer, type KeyRing, type KeySources, loadKeyRing } from "./key-ring.ts";
import { keyIdOf } from "./sealed-text.ts";
import { counterOf, newSecret, totpUri } from "./totp.ts";

/** What the process does that alone holds the keys. */
export interface KeyKeeper {
  /**
   * Ids of the keys: the first seals, all of them open. `make`: makes the data folder's own where one is missing;
   * nothing else that does not seal does.
   */
  keyIds(make: boolean): Promise<readonly string[]>;
  /** A new secret of one-time codes, sealed for its person, and what the person's authenticator is told once. */
  newCodes(person: string, account: string): Promise<NewCodes>;
  /** The time step whose code it is, or undefined. */
  counterOf(person: string, sealed: string, code: string): Promise<number | undefined>;
  /** A secret of one-time codes, in clear or sealed by any of the keys, sealed by the first. */
  sealCodes(person: string, stored: string): Promise<string>;
  sealPassword(password: string): Promise<string>;
  openPassword(sealed: string): Promise<string>;
  /** To be called when nothing is sealed by another key than the first any more: the other is destroyed. */
  destroyFormer(): Promise<void>;
}

export interface NewCodes {
  readonly sealed: string;
  readonly secret: string;
  readonly uri: string;
}

const PASSWORD = "database password";
const codesOf = (person: string) => `one-time codes of ${person}`;

/** The keeper itself, for a process of its own. Keys are read when they are first needed. */
export function keeperOf(sources: KeySources): KeyKeeper {
  let ring: KeyRing = [];
  let isComplete = false;
  const keys = async (make: boolean): Promise<KeyRing> => {
    if (ring.length === 0 || (make && !isComplete)) {
      ring = await loadKeyRing(sources, make);
      isComplete = make;
    }
    return ring;
  };
  const current = async (): Promise<MasterKey> => {
    const [key] = await keys(true);
    if (key === undefined) throw new Error("no key was made");
    return key;
  };
  return {
    keyIds: async (make) => (await keys(make)).map(({ id }) => id),
    newCodes: async (person, account) => {
      const secret = newSecret();
      const sealed = seal(await current(), codesOf(person), secret);
      return { sealed, secret, uri: totpUri(secret, account) };
    },
    counterOf: async (person, sealed, code) =>
      counterOf(unseal(await keys(false), codesOf(person), sealed), code),
    sealCodes: async (person, stored) => {
      const isSealed = keyIdOf(stored) !== undefined;
      const secret = isSealed ? unseal(await keys(false), codesOf(person), stored) : stored;
      return seal(await current(), codesOf(person), secret);
    },
    sealPassword: async (password) => seal(await current(), PASSWORD, password),
    openPassword: async (sealed) => unseal(await keys(false), PASSWORD, sealed),
    destroyFormer: async () => {
      await destroyFormer(sources);
      ring = ring.slice(0, 1);
    },
  };
}
