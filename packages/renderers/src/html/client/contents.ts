/** The contents: open beside the document where there is room, folded above it where there is none. */
export function startContents(): void {
  const details = document.querySelector<HTMLDetailsElement>("nav.contents details");
  if (!details) return;
  const room = matchMedia("(min-width: 64rem)");
  const adapt = (): void => {
    details.open = room.matches;
  };
  adapt();
  room.addEventListener("change", adapt);
  details.addEventListener("click", (event) => {
    if (!room.matches && event.target instanceof HTMLAnchorElement) details.open = false;
  });
  followReading(details, room);
}

/** Marks the entry of what is being read. */
function followReading(details: HTMLElement, room: MediaQueryList): void {
  const links = Array.from(details.querySelectorAll("a"));
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const edge = innerHeight / 4;
    const read = targets.findLastIndex((target) => target && target.getBoundingClientRect().top <= edge);
    for (const [index, link] of links.entries())
      if (index === read) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    if (room.matches) revealIn(details, links[read]);
  };
  document.addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    },
    { passive: true },
  );
  mark();
}

function revealIn(scroller: HTMLElement, link: HTMLElement | undefined): void {
  if (!link) return;
  const outer = scroller.getBoundingClientRect();
  const inner = link.getBoundingClientRect();
  if (inner.top < outer.top) scroller.scrollTop -= outer.top - inner.top;
  if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom;
}
