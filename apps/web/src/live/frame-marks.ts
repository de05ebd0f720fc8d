/** What is to be offered and counted in the page of the preview; figures and sentences by their numbers there. */
export interface FrameMarks {
  readonly figures: ReadonlyMap<number, number>;
  readonly sentences: ReadonlyMap<number, number>;
  /** The label of a sentence's button for the number of comments there; undefined: no button. */
  readonly sentenceLabel: (comments: number) => string | undefined;
  readonly figureLabel: (figure: string, comments: number) => string;
  readonly sentenceName: (label: string, sentence: string) => string;
}

/** Puts the marks into the page, in place of those that are there. */
export function markFrame(page: Document, marks: FrameMarks): void {
  for (const figure of page.querySelectorAll<HTMLElement>("[data-figure]")) {
    const count = marks.figures.get(Number(figure.dataset.figure)) ?? 0;
    figure.tabIndex = 0;
    figure.setAttribute("role", "button");
    if (count === 0) {
      delete figure.dataset.comments;
      figure.removeAttribute("aria-label");
    } else {
      figure.dataset.comments = String(count);
      figure.setAttribute("aria-label", marks.figureLabel(figure.textContent ?? "", count));
    }
  }
  for (const sentence of page.querySelectorAll<HTMLElement>("[data-sentence]")) markSentence(sentence, marks);
}

function markSentence(sentence: HTMLElement, marks: FrameMarks): void {
  const count = marks.sentences.get(Number(sentence.dataset.sentence)) ?? 0;
  const known = sentence.querySelector<HTMLButtonElement>(":scope > .comment-mark");
  const label = marks.sentenceLabel(count);
  sentence.classList.toggle("commented", count > 0);
  if (label === undefined) {
    known?.remove();
    return;
  }
  const text = known === null ? (sentence.textContent ?? "") : textWithout(sentence, known);
  const button = known ?? sentence.ownerDocument.createElement("button");
  button.type = "button";
  button.className = count === 0 ? "comment-mark none" : "comment-mark";
  button.textContent = label;
  button.setAttribute("aria-label", marks.sentenceName(label, text));
  if (known === null) sentence.append(button);
}

function textWithout(sentence: HTMLElement, button: HTMLElement): string {
  const text = sentence.textContent ?? "";
  return text.slice(0, text.length - (button.textContent ?? "").length);
}

/** Brings a figure or a sentence into view, with the keyboard, and shows which it is; false: it is not there. */
export function showInFrame(page: Document, attribute: "figure" | "sentence", number: number): boolean {
  for (const before of page.querySelectorAll(".shown")) before.classList.remove("shown");
  const found = page.querySelector<HTMLElement>(`[data-${attribute}="${number}"]`);
  if (found === null) return false;
  found.classList.add("shown");
  found.scrollIntoView({ block: "center" });
  (attribute === "figure" ? found : found.querySelector("button"))?.focus({ preventScroll: true });
  return true;
}
