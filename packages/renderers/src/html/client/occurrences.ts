/** Everywhere the document prints a figure, in order. */
export function occurrencesOf(figure: number): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(`main [data-figure="${figure}"]`));
}

export function figureOf(occurrence: Element): number {
  return Number(occurrence.getAttribute("data-figure"));
}

/** The printed figure that an event happened on, if it is one. */
export function occurrenceAt(event: Event): HTMLElement | undefined {
  const target = event.target instanceof Element ? event.target.closest("main [data-figure]") : null;
  return target instanceof HTMLElement ? target : undefined;
}

/** The ids of the grid or chart that holds an occurrence and of the headings that it stands under. */
function holders(occurrence: HTMLElement): Set<string> {
  const block = occurrence.closest("main > *");
  const ids = new Set(block?.id ? [block.id] : []);
  let level = "H9";
  for (let before = block; before; before = before.previousElementSibling) {
    if (!/^H[1-6]$/.test(before.tagName) || before.tagName >= level) continue;
    level = before.tagName;
    ids.add(before.id);
  }
  return ids;
}

/**
 * The occurrence that each place names: the inspection says which grid or heading, so the nth place of one of them
 * is taken for its nth occurrence there.
 */
export function occurrencesByPlace(
  figure: number,
  ids: readonly string[],
): readonly (HTMLElement | undefined)[] {
  const held = occurrencesOf(figure).map((occurrence) => ({ occurrence, holders: holders(occurrence) }));
  return ids.map((id, index) => {
    const there = held.filter((candidate) => candidate.holders.has(id));
    const earlier = ids.slice(0, index).filter((other) => other === id).length;
    return there[Math.min(earlier, there.length - 1)]?.occurrence;
  });
}

/** Brings an occurrence, or what stands in for it, to the middle of the view and the focus to it. */
export function goTo(target: HTMLElement): void {
  for (let outer = target.parentElement; outer; outer = outer.parentElement)
    if (outer instanceof HTMLDetailsElement) outer.open = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!target.hasAttribute("data-figure")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", inline: "center", behavior: still ? "instant" : "smooth" });
}
