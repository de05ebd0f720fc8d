const STYLE =
  /<style:style\b[^>]*\bstyle:name="([^"]*)"[^>]*>\s*<style:table-properties\b[^>]*\btable:display="false"/g;
const TABLE = /<table:table\s[^>]*>/g;

/** Which sheets of an ods file's content.xml are hidden, in order; the library does not say. */
export function hiddenOdsSheets(content: string): readonly boolean[] {
  const hiding = new Set([...content.matchAll(STYLE)].map(([, name]) => name));
  return [...content.matchAll(TABLE)].map(([tag]) => {
    const style = /\btable:style-name="([^"]*)"/.exec(tag)?.[1];
    return style !== undefined && hiding.has(style);
  });
}
