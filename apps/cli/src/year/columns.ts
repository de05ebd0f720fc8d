/** Rows as columns on a terminal, where a Chinese character is two columns wide; the last column is not padded. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
  return rows.map((row) =>
    row
      .map((text, index) =>
        index === row.length - 1 ? text : text + " ".repeat((widths[index] ?? 0) - widthOf(text)),
      )
      .join("  ")
      .trimEnd(),
  );
}

/** Signs such as ≥ are counted wide: terminals with Chinese fonts draw them so. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2),
    0,
  );
}
