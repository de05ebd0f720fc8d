import { useEffect, useRef, useState } from "react";
import { type FrameMarks, markFrame, showInFrame } from "./frame-marks.ts";

/** A figure or a sentence by its number in the page. */
export interface FramePlace {
  readonly kind: "figure" | "sentence";
  readonly number: number;
}

interface Props {
  readonly title: string;
  readonly html: string;
  readonly marks: FrameMarks;
  /** To be brought into view. */
  readonly place: FramePlace | undefined;
  readonly onPlaceShown: () => void;
  readonly onAsk: (place: FramePlace) => void;
}

/** A page without scripts in a frame that may run none; this program listens to its figures and sentences. */
export function PreviewFrame({ title, html, marks, place, onPlaceShown, onAsk }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  /** Counts the pages that the frame has loaded. */
  const [loaded, setLoaded] = useState(0);
  const asking = useRef(onAsk);
  asking.current = onAsk;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const ready = () => {
      const page = element.contentDocument;
      if (page === null) return;
      page.defaultView?.scrollTo(0, scrolled.current);
      page.defaultView?.addEventListener("scroll", () => {
        scrolled.current = page.defaultView?.scrollY ?? 0;
      });
      listen(page, (asked) => asking.current(asked));
      setLoaded((count) => count + 1);
    };
    element.addEventListener("load", ready);
    return () => element.removeEventListener("load", ready);
  }, []);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (loaded > 0 && page) markFrame(page, marks);
  }, [loaded, marks]);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (loaded === 0 || !page || place === undefined) return;
    showInFrame(page, place.kind, place.number);
    onPlaceShown();
  }, [loaded, place, onPlaceShown]);
  return (
    <iframe ref={frame} title={title} srcDoc={html} sandbox="allow-same-origin" className="preview-frame" />
  );
}

function listen(page: Document, onAsk: (place: FramePlace) => void): void {
  const ask = (event: Event) => {
    const target = event.target as Element | null;
    const link = target?.closest("a")?.getAttribute("href");
    // The address of the frame is not the page's own: jumps are made here.
    if (link?.startsWith("#")) {
      event.preventDefault();
      page.getElementById(decodeURIComponent(link.slice(1)))?.scrollIntoView();
      return;
    }
    const figure = target?.closest("[data-figure]")?.getAttribute("data-figure");
    if (figure) return onAsk({ kind: "figure", number: Number(figure) });
    // Whoever selects words to copy them does not ask.
    const sentence = target?.closest("[data-sentence]")?.getAttribute("data-sentence");
    if (sentence && page.getSelection()?.isCollapsed !== false)
      onAsk({ kind: "sentence", number: Number(sentence) });
  };
  page.addEventListener("click", ask);
  page.addEventListener("keydown", (event) => {
    const figure = (event.target as Element | null)?.closest("[data-figure]");
    if ((event.key !== "Enter" && event.key !== " ") || !figure) return;
    event.preventDefault();
    ask(event);
  });
}
