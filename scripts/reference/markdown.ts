/** A page of the reference; Chinese text under English headings. */
export function page(
  title: string,
  source: string,
  ...parts: readonly (string | readonly string[])[]
): string {
  return `${[`# ${title}`, `由 \`npm run generate\` 从 ${source} 生成。Generated from ${source}.`, ...parts.flat()].join("\n\n")}\n`;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

export function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

/** Angle brackets of texts are no markup, and a bar ends no cell. */
function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}
