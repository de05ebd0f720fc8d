const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The last part of a name as every file system takes it: no folders, no control characters, nothing hidden. */
export function safeName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base.replace(/[:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, "_").replace(/^\.+|[. ]+$/g, "");
  const [, stem = clean, extension = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/u.exec(clean) ?? [];
  const short = [...stem].slice(0, 80).join("") || "file";
  return `${RESERVED.test(short) ? `_${short}` : short}${extension}`;
}
