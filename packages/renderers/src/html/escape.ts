/**
 * Characters that HTML forbids, and the bidirectional controls, which can make a printed figure read as another
 * one. They become U+FFFD, visibly.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text without characters that a page must not carry; lone surrogates included. */
export function safeText(text: string): string {
  return text.replace(unsafe, "\ufffd");
}

/** Text for element content and for quoted attribute values alike. */
export function escapeHtml(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** JSON for a script element: it can neither close the element nor open a comment in it. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The element id of an anchor of the document: itself where it is plain; never one of the page's own ("mz-…"). */
export function elementId(anchor: string): string {
  const plain = safeText(anchor).replace(
    /[^\p{L}\p{N}_.-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return plain === "" || plain.startsWith("mz-") ? `_${plain}` : plain;
}

/** A link to an anchor of the document. */
export function fragment(anchor: string): string {
  return `#${encodeURIComponent(elementId(anchor))}`;
}
