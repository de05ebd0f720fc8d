import { pageData } from "./data.ts";
import { goTo, occurrencesOf } from "./occurrences.ts";
import { panelTitle, renderPanel } from "./panel.ts";

interface Question {
  readonly figure: number;
  /** Where it was asked; undefined for a part, which was chosen in the panel. */
  readonly occurrence: HTMLElement | undefined;
}

/** The panel that answers for one figure at a time; not modal, the document stays in reach. */
export class Inspector {
  readonly #dialog: HTMLDialogElement;
  readonly #title: HTMLElement;
  readonly #back: HTMLElement;
  #trail: Question[] = [];

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#title = inside(dialog, "h2");
    this.#back = inside(dialog, ".back");
    this.#back.addEventListener("click", () => this.#show(this.#trail.slice(0, -1)));
    inside(dialog, ".close").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && dialog.open) this.close();
    });
  }

  /** Answers for a printed figure of the document. */
  open(occurrence: HTMLElement, figure: number): void {
    this.#show([{ figure, occurrence }]);
  }

  close(): void {
    const opener = this.#trail[0]?.occurrence;
    // A reader who went on into the document keeps the place there.
    const within = this.#dialog.contains(document.activeElement);
    this.#dialog.close();
    document.documentElement.classList.remove("inspecting");
    this.#mark(undefined);
    this.#trail = [];
    if (within) opener?.focus();
  }

  #show(trail: Question[]): void {
    const question = trail.at(-1);
    const figure = question === undefined ? undefined : pageData().figures[question.figure];
    if (question === undefined || figure === undefined) return;
    this.#trail = trail;
    this.#back.hidden = trail.length < 2;
    this.#title.replaceChildren(...panelTitle(figure));
    const status = inside(this.#dialog, "[role=status]");
    const body = inside(this.#dialog, ".body");
    body.replaceChildren(
      ...renderPanel({
        figure,
        position: question.figure,
        from: question.occurrence,
        inspect: (part) => this.#show([...this.#trail, { figure: part, occurrence: undefined }]),
        goTo: (target) => this.#goTo(target),
        announce: (text) => status.replaceChildren(text),
      }),
    );
    status.replaceChildren();
    this.#mark(question);
    document.documentElement.classList.add("inspecting");
    if (!this.#dialog.open) this.#dialog.show();
    body.scrollTop = 0;
    this.#title.focus();
    keepInView(question.occurrence);
  }

  #goTo(target: HTMLElement): void {
    const question = this.#trail.at(-1);
    if (question) this.#mark({ ...question, occurrence: target });
    goTo(target);
  }

  #mark(question: Question | undefined): void {
    for (const marked of document.querySelectorAll("main .same")) marked.classList.remove("same", "asked");
    if (question === undefined) return;
    for (const occurrence of occurrencesOf(question.figure)) occurrence.classList.add("same");
    question.occurrence?.classList.add("same", "asked");
  }
}

/** On a phone the panel rises from below: what was asked about must not lie under it. */
function keepInView(occurrence: HTMLElement | undefined): void {
  occurrence?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function inside(root: Element, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}.`);
  return found;
}
