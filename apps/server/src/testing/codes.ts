import { Secret, TOTP } from "otpauth";

/** The one-time code of a secret, so many steps of half a minute from now. */
export function codeAt(secret: string, step = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + step * 30_000 });
}
