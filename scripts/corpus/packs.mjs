import { copyFileSync, linkSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";

/**
 * Lays the corpus out as it was published: every file under the name and in the folder that the index says it had,
 * so that the audit pairs narrative and tables by the names as it would for anybody. Gives the corpus name
 * ("beijing/F095.pdf") by the path in the new folder.
 */
export function layOut(corpus, folder) {
  const original = new Map();
  for (const [, file, source, type] of rowsOf(readFileSync(join(corpus, "INDEX.csv"), "utf8")).slice(1)) {
    if (file === undefined) continue;
    const path = publishedPath({ file, source, type }, original);
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    link(join(corpus, file), join(folder, path));
    original.set(path, file);
  }
  return original;
}

/** place/folder/name. What is no budget, or was published under a name that says nothing, stands alone. */
function publishedPath({ file, source, type }, taken) {
  const [place, id] = file.split("/");
  const published = source.slice(source.indexOf(":") + 1);
  const name = basename(published).replace(/(?:\.[a-z]{2,4})+$/i, "") + id.slice(id.lastIndexOf("."));
  const path = join(place, basename(dirname(published)), name);
  const isAlone = !type.startsWith("budget") || !/\p{Script=Han}/u.test(name) || taken.has(path);
  return isAlone ? join(place, id, name) : path;
}

function link(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** The rows of a CSV text with quoted fields. */
export function rowsOf(text) {
  return text
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain : quoted.replaceAll('""', '"'),
      ),
    );
}
