/** Typefaces, text and headings after GB/T 9704-2012: 二号 22 pt, 三号 16 pt, 四号 14 pt; 22 lines of 28 characters. */
export const STYLE = `
#let data = json("/data.json")
#let pitch = 225mm / 22
#let body-size = 16pt

#let face(role, size, weight: "regular") = (font: data.fonts.at(role), size: size, weight: weight)
#let strong-face(role) = if role in data.withoutBold { (font: data.fonts.heading) } else { (weight: "bold") }

#set document(
  title: data.title,
  author: data.author,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)),
)
// Without space between Chinese and figures, so that a reader of the file finds the text as it was written.
#set text(
  ..face("body", body-size),
  lang: data.language,
  region: data.region,
  fallback: false,
  hyphenate: false,
  cjk-latin-spacing: none,
  // 28 characters a line of 156 mm: a hair closer than the type is wide.
  tracking: -0.2pt,
  top-edge: 0.88em,
  bottom-edge: -0.12em,
)
#set par(justify: true, leading: pitch - body-size, spacing: pitch - body-size)

#let runs(list) = for run in list {
  if run.strong { text(..strong-face("body"), run.text) } else { run.text }
}

#let paragraph(b) = {
  set par(justify: b.justified)
  if b.style == "signature" {
    block(width: 100%, above: pitch, align(right, pad(right: 2em, runs(b.runs))))
  } else if b.style == "note" {
    set text(size: 12pt)
    par(leading: 8pt, first-line-indent: (amount: 2em, all: true), runs(b.runs))
  } else {
    par(first-line-indent: (amount: 2em, all: true), runs(b.runs))
  }
}

#let heading-styles = (
  (face: face("title", 22pt, weight: "bold"), centred: true, above: 0pt, below: pitch),
  (face: face("heading", body-size), centred: false, above: pitch - body-size, below: pitch - body-size),
  (face: face("subheading", body-size), centred: false, above: pitch - body-size, below: pitch - body-size),
)

#let titled(b) = {
  let style = heading-styles.at(b.level - 1)
  show heading: set text(..style.face)
  show heading: it => block(width: 100%, sticky: true, above: style.above, below: style.below, {
    set par(justify: false, leading: 12pt)
    if style.centred { align(center, block(width: b.title.width * 1pt, it.body)) } else { h(2em) + it.body }
  })
  heading(level: b.depth, outlined: b.level < 3, bookmarked: true, supplement: none, b.text)
}
`;
