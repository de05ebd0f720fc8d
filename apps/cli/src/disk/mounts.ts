/** One line of /proc/self/mountinfo. */
export interface Mount {
  readonly id: number;
  readonly parent: number;
  /** As major:minor; 0:x where no single block device is behind it. */
  readonly device: string;
  readonly point: string;
  readonly type: string;
  readonly source: string;
}

/** The mount on which a path lies; its folders are real ones. Undefined where the table does not say. */
export function mountOf(path: string, mountinfo: string): Mount | undefined {
  const mounts = mountinfo.split("\n").flatMap(mountIn);
  const roots = mounts.filter(({ point }) => point === "/");
  const root = roots.find(({ parent }) => !roots.some(({ id }) => id === parent));
  const folders = path.split("/").filter((name) => name !== "");
  return folders
    .map((_, index) => `/${folders.slice(0, index + 1).join("/")}`)
    .reduce((at, point) => topmost(at, point, mounts), topmost(root, "/", mounts));
}

/** What is mounted last at a point of a mount: what lies beneath is out of sight, with everything mounted into it. */
function topmost(at: Mount | undefined, point: string, mounts: readonly Mount[]): Mount | undefined {
  const above = mounts.findLast((one) => one.parent === at?.id && one.point === point && one.id !== at.id);
  return above === undefined ? at : topmost(above, point, mounts);
}

function mountIn(line: string): readonly Mount[] {
  const [before = "", after = ""] = line.split(" - ");
  const [id, parent, device, , point] = before.split(" ");
  const [type, source] = after.split(" ");
  if (device === undefined || point === undefined || type === undefined || source === undefined) return [];
  return [
    { id: Number(id), parent: Number(parent), device, point: plain(point), type, source: plain(source) },
  ];
}

/** Blanks and backslashes are written as octal numbers. */
function plain(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
