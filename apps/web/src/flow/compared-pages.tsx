import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useText } from "../text/language.tsx";
import type { ComparedPage, Comparison } from "./compare.ts";

interface Props {
  readonly comparison: Comparison;
  readonly left: string;
  readonly right: string;
}

/** Both pages in full beside each other; what the other has not is marked, and one scrolls with the other. */
export function ComparedPages({ comparison, left, right }: Props) {
  const { say } = useText();
  const frames = useRef<(HTMLIFrameElement | null)[]>([]);
  /** The frame under the pointer or with the keyboard leads; the other follows. */
  const leading = useRef(0);
  const sides: readonly (readonly [string, ComparedPage])[] = [
    [left, comparison.left],
    [right, comparison.right],
  ];
  useEffect(() => {
    const stops = frames.current.map((frame, side) => {
      const page = side === 0 ? comparison.left : comparison.right;
      const ready = () => {
        const shown = frame?.contentDocument;
        if (!shown) return;
        mark(shown, page);
        const lead = () => {
          leading.current = side;
        };
        for (const kind of ["pointermove", "keydown", "wheel", "focusin"])
          shown.addEventListener(kind, lead, { passive: true });
        shown.defaultView?.addEventListener("scroll", () => {
          const other = frames.current[1 - side]?.contentDocument;
          if (leading.current === side && other) follow(shown, other);
        });
      };
      frame?.addEventListener("load", ready);
      ready();
      return () => frame?.removeEventListener("load", ready);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [comparison]);
  /** The next place that differs, on the right where it is this year's or the newer text. */
  const goOn = (down: boolean) => {
    const [before, after] = frames.current.map((frame) => frame?.contentDocument);
    if (!before || !after) return;
    leading.current = 1;
    const middle = (after.defaultView?.innerHeight ?? 0) / 2;
    const distances = [...after.querySelectorAll(".changed")]
      .map((element) => element.getBoundingClientRect().top - middle)
      .filter((distance) => (down ? distance > 2 : distance < -2));
    const nearest = down ? Math.min(...distances) : Math.max(...distances);
    if (!Number.isFinite(nearest)) return;
    after.defaultView?.scrollBy(0, nearest);
    follow(after, before);
  };
  return (
    <>
      <div className="bar">
        <Button onClick={() => goOn(false)}>{say("versions.previous")}</Button>
        <Button onClick={() => goOn(true)}>{say("versions.next")}</Button>
      </div>
      <div className="compared-pages">
        {sides.map(([label, { html }], side) => (
          <figure key={label}>
            <figcaption>{label}</figcaption>
            <iframe
              ref={(frame) => {
                frames.current[side] = frame;
              }}
              title={say("versions.page-of", { label })}
              srcDoc={html}
              sandbox="allow-same-origin"
            />
          </figure>
        ))}
      </div>
    </>
  );
}

function mark(page: Document, { figures, sentences }: ComparedPage): void {
  // Two narrow pages have no room for their contents.
  page.querySelector("nav details")?.removeAttribute("open");
  const changed = (attribute: string, numbers: readonly number[]) => {
    const wanted = new Set(numbers);
    for (const element of page.querySelectorAll(`[data-${attribute}]`))
      element.classList.toggle("changed", wanted.has(Number(element.getAttribute(`data-${attribute}`))));
  };
  changed("figure", figures);
  changed("sentence", sentences);
}

/** Brings the other page to the same heading or table, as far from it as this one is. */
function follow(page: Document, other: Document): void {
  const anchors = [...page.querySelectorAll<HTMLElement>("main [id]")];
  const above = anchors.filter((anchor) => anchor.getBoundingClientRect().top <= 1).at(-1) ?? anchors[0];
  const same = above === undefined ? null : other.getElementById(above.id);
  if (above === undefined || same === null) return;
  const distance = above.getBoundingClientRect().top - same.getBoundingClientRect().top;
  other.defaultView?.scrollBy(0, -distance);
}
