import type { Document, Leftover } from "@mingzhang/core";

/** Names that programs put in and that tell nothing of anybody. */
const NOBODY = /用户|管理员|作者|未知|微软|中国|文档|联想|电脑/;
const LONGEST = 40;

/** The people and the company that a file's properties name, as far as the names tell anything. */
export function nameLeftovers(properties: {
  readonly authors?: readonly (string | undefined)[];
  readonly company?: string | undefined;
}): Leftover[] {
  const authors = telling(properties.authors ?? []);
  const companies = telling([properties.company]);
  return [
    ...(authors.length > 0 ? [{ kind: "author", detail: authors.join("、") } as const] : []),
    ...(companies.length > 0 ? [{ kind: "company", detail: companies.join("、") } as const] : []),
  ];
}

/** Names of people and bodies are written in Chinese here; what else stands there is a machine's or a program's. */
function telling(names: readonly (string | undefined)[]): string[] {
  const clean = names.map((name) =>
    (name ?? "")
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, LONGEST),
  );
  return [...new Set(clean)].filter((name) => /\p{Script=Han}/u.test(name) && !NOBODY.test(name));
}

export function withLeftovers(document: Document, leftovers: readonly Leftover[]): Document {
  return leftovers.length === 0 ? document : { ...document, file: { ...document.file, leftovers } };
}
