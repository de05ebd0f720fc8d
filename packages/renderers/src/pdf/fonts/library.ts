import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Characters, readCharacters } from "./characters.ts";
import { familyNames, withFamily } from "./names.ts";
import { BUNDLED, ROLES, type Role, roleOf, STAND_INS } from "./roles.ts";
import { type Face, readFaces, writeFace } from "./sfnt.ts";

/** The fonts of a run: their files for the typesetter, and what they can print. */
export interface Library {
  /** Made anew at each call, being large. */
  files(): readonly Buffer[];
  /** Families by role, the preferred one first. */
  readonly families: Readonly<Record<Role, readonly string[]>>;
  /** Roles whose preferred family has no bold face; emphasis then takes the heading typeface. */
  readonly withoutBold: readonly Role[];
  /** Positions among the supplied files of those that are no font. */
  readonly unreadable: readonly number[];
  has(codePoint: number): boolean;
  /** Advance width in em as tables print it. */
  advance(codePoint: number, strong: boolean): number;
}

interface Member {
  readonly family: string;
  readonly role?: Role | undefined;
  readonly bold: boolean;
  readonly face: Face;
  readonly characters: Characters;
}

const BOLD_WEIGHT = 600;
let bundled: readonly Member[] | undefined;

/** Loads the bundled fonts (once a process) and puts the office's own before them. */
export function loadLibrary(supplied: readonly Uint8Array[]): Library {
  bundled ??= BUNDLED.flatMap(([path, family]) => {
    const file = readFileSync(createRequire(import.meta.url).resolve(path));
    return readFaces(file).map((face) => member(face, family));
  });
  const files = supplied.map(officeMembers);
  const office = files.flat();
  const members = [...office, ...bundled];
  const families = byRole((role) => [
    ...new Set(office.filter((font) => font.role === role).map(({ family }) => family)),
    ...STAND_INS[role],
    ...office.filter((font) => font.role !== role).map(({ family }) => family),
  ]);
  const hasBold = (family: string | undefined) => members.some((font) => font.family === family && font.bold);
  return {
    files: () => members.map(({ face }) => writeFace(face)),
    families,
    withoutBold: (Object.keys(ROLES) as Role[]).filter((role) => !hasBold(families[role][0])),
    unreadable: files.flatMap((list, index) => (list.length === 0 ? [index] : [])),
    has: (codePoint) => members.some(({ characters }) => characters.has(codePoint)),
    advance: advanceOf(members, families.table),
  };
}

/** The faces of an office's file; none where it is no font or is damaged. */
function officeMembers(file: Uint8Array, index: number): Member[] {
  try {
    return readFaces(file).map((face) => {
      const role = roleOf(familyNames(face));
      return member(face, `Mingzhang Office ${role ?? index}`, role);
    });
  } catch {
    return [];
  }
}

function member(face: Face, family: string, role?: Role): Member {
  const weight = face.tables.get("OS/2")?.readUInt16BE(4) ?? 400;
  return {
    family,
    role,
    bold: weight >= BOLD_WEIGHT,
    face: withFamily(face, family),
    characters: readCharacters(face),
  };
}

function byRole<T>(value: (role: Role) => T): Record<Role, T> {
  return Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, value(role)])) as Record<
    Role,
    T
  >;
}

function advanceOf(members: readonly Member[], families: readonly string[]): Library["advance"] {
  const fonts = families.flatMap((family) => members.filter((font) => font.family === family));
  const known = new Map<number, number>();
  return (codePoint, strong) => {
    const key = codePoint * 2 + Number(strong);
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const capable = fonts.filter(({ characters }) => characters.has(codePoint));
    const family = capable.filter((font) => font.family === capable[0]?.family);
    const font = family.find(({ bold }) => bold === strong) ?? family[0];
    const advance = font?.characters.advance(codePoint) ?? 1;
    known.set(key, advance);
    return advance;
  };
}
