import type { Place } from "@mingzhang/core";
import { type DocumentFile, renderPages } from "@mingzhang/readers";
import type { PagePicture } from "@mingzhang/renderers";

/** As many as a browser shows with ease; the gravest findings come first. */
const MOST_PAGES = 60;

/** Pictures of the pages that findings and figures stand on; of PDF files given as such, not of those inside archives. */
export async function pagePictures(
  files: readonly DocumentFile[],
  standing: readonly { readonly place?: Place }[],
): Promise<readonly PagePicture[]> {
  const wanted = new Map<string, Set<number>>();
  let count = 0;
  for (const { place } of standing) {
    if (place?.kind !== "page" || place.file === undefined || count >= MOST_PAGES) continue;
    const pages = wanted.get(place.file) ?? new Set();
    if (!pages.has(place.page)) count++;
    wanted.set(place.file, pages.add(place.page));
  }
  const pictures: PagePicture[] = [];
  for (const { name, bytes } of files) {
    const pages = [...(wanted.get(name) ?? [])].sort((a, b) => a - b);
    if (pages.length === 0) continue;
    const images = await renderPages(bytes, pages);
    pictures.push(...images.map((image) => ({ file: name, ...image })));
  }
  return pictures;
}
