import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function totpUri(secret: string, account: string): string {
  return totpOf(secret, account).toString();
}

/** The time step whose code it is, or undefined; a step is accepted once only, which the database sees to. */
export function counterOf(secret: string, code: string, now: number = Date.now()): number | undefined {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

function totpOf(secret: string, account: string): TOTP {
  return new TOTP({
    issuer: "明账",
    label: account,
    secret: Secret.fromBase32(secret),
    period: PERIOD,
    digits: 6,
  });
}
