type Child = Node | string;

/** An element with attributes and children; text only ever becomes text nodes. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

export function section(title: string, ...children: readonly Node[]): HTMLElement {
  return element("section", {}, element("h3", {}, title), ...children);
}
