import { useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly html: string;
  /** The fact of each figure, by its number in the page. */
  readonly refs: readonly string[];
  readonly onAsk: (ref: string) => void;
}

/** A page without scripts in a frame that may run none; this program listens to its figures. */
export function PreviewFrame({ title, html, refs, onAsk }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef(0);
  const asking = useRef({ refs, onAsk });
  asking.current = { refs, onAsk };
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const ready = () => {
      const page = element.contentDocument;
      if (page === null) return;
      page.defaultView?.scrollTo(0, place.current);
      page.defaultView?.addEventListener("scroll", () => {
        place.current = page.defaultView?.scrollY ?? 0;
      });
      for (const figure of page.querySelectorAll<HTMLElement>("[data-figure]")) {
        figure.tabIndex = 0;
        figure.setAttribute("role", "button");
      }
      const ask = (event: Event) => {
        const target = event.target as Element | null;
        const figure = target?.closest("[data-figure]");
        const ref = asking.current.refs[Number(figure?.getAttribute("data-figure") ?? Number.NaN)];
        if (figure !== null && figure !== undefined && ref !== undefined) asking.current.onAsk(ref);
        const link = target?.closest("a")?.getAttribute("href");
        // The address of the frame is not the page's own: jumps are made here.
        if (link?.startsWith("#")) {
          event.preventDefault();
          page.getElementById(link.slice(1))?.scrollIntoView();
        }
      };
      page.addEventListener("click", ask);
      page.addEventListener("keydown", (event) => {
        if (event.key === "Enter") ask(event);
      });
    };
    element.addEventListener("load", ready);
    return () => element.removeEventListener("load", ready);
  }, []);
  return (
    <iframe ref={frame} title={title} srcDoc={html} sandbox="allow-same-origin" className="preview-frame" />
  );
}
