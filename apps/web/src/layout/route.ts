import { type MouseEvent, useSyncExternalStore } from "react";

const CHANGED = "mingzhang:route";

export function goTo(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  dispatchEvent(new Event(CHANGED));
}

/** Calls back whenever a link of the pages is followed, also one to the page that is open. Gives what ends that. */
export function onFollowed(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

/** The parts of the address. */
export function useRoute(): readonly string[] {
  const path = useSyncExternalStore(
    (listen) => {
      addEventListener("popstate", listen);
      addEventListener(CHANGED, listen);
      return () => {
        removeEventListener("popstate", listen);
        removeEventListener(CHANGED, listen);
      };
    },
    () => location.pathname,
  );
  return path.split("/").filter((part) => part !== "");
}

/** A link within the pages; with a modifier key the browser opens it elsewhere. */
export function linkTo(path: string) {
  return {
    href: path,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      goTo(path);
    },
  };
}
