const LINE_WIDTH = 110;
const SCALAR_LIST = /^( *)("[^"]*": )?\[\n([^[\]{}]*)\n\1\](,?)$/gmu;

/** JSON as the formatter prints it, so that a generated file passes the same check as a written one. */
export function toFormattedJson(value: unknown): string {
  const spread = JSON.stringify(value, null, 2);
  const text = spread.replace(SCALAR_LIST, (whole, indent: string, key = "", body: string, comma: string) => {
    const line = `${indent}${key}[${body.trim().replace(/\n */gu, " ")}]${comma}`;
    return line.length <= LINE_WIDTH ? line : whole;
  });
  return `${text}\n`;
}
