import type { ReactNode } from "react";

/** Holds a table that may be wider than a phone: it scrolls in this frame, also by the keyboard, and not with the page. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard.
    <section className="wide-frame" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
