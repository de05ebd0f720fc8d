import { win32 } from "node:path";
import { type DiskState, notEncrypted } from "./disk-state.ts";

/** What PowerShell is asked of a drive, "C:\": as the Explorer shows it, for which no administrator is needed. */
export function bitLockerQuestion(drive: string): string {
  const quoted = drive.replaceAll("'", "''");
  return `(New-Object -ComObject Shell.Application).NameSpace('${quoted}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
}

/** Protected and encrypted throughout; others are off, suspended, locked, or still at work. */
const ON = "1";

/** By PowerShell's answer; undefined where there was none. */
export function bitLockerState(drive: string, answer: string | undefined): DiskState {
  const said = answer?.trim() ?? "";
  if (said === ON) return { encrypted: true, by: `BitLocker（${drive}）` };
  if (said === "")
    return notEncrypted(
      `Windows 没有说明 ${drive} 是否由 BitLocker 加密`,
      `Windows does not tell whether BitLocker encrypts ${drive}`,
    );
  return notEncrypted(
    `${drive} 的 BitLocker 没有开启、已暂停或还没有加密完`,
    `BitLocker of ${drive} is off, suspended or not finished`,
  );
}

/** The drive of a path, "C:\"; undefined for what lies on another machine. */
export function driveOf(path: string): string | undefined {
  const { root } = win32.parse(path);
  return /^[A-Za-z]:\\$/.test(root) ? root : undefined;
}
