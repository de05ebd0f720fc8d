import { type DiskState, notEncrypted } from "./disk-state.ts";

/** The volume of everything that is not the system itself. */
export const DATA_VOLUME = "/System/Volumes/Data";

/** By the answer of `fdesetup status`, undefined where there was none; FileVault is of the Mac's own volume only. */
export function fileVaultState(isOnDataVolume: boolean, answer: string | undefined): DiskState {
  if (!isOnDataVolume)
    return notEncrypted(
      "它不在本机自带的硬盘上，看不到是否加密",
      "it does not lie on the Mac's own disk, and of others it cannot be told",
    );
  if (answer?.trim() === "FileVault is On.") return { encrypted: true, by: "FileVault" };
  return notEncrypted("FileVault 没有开启或还没有加密完", "FileVault is off or not finished");
}
