/** Sheets, cover, contents, and the loop over the sections. */
export const MAIN = `
// 7 mm below the text area, on the outer side, in 四号 宋体.
#let folio = context {
  let number = counter(page).get().first()
  let side = if calc.odd(number) { right } else { left }
  set text(..face("table", 14pt), tracking: 0pt)
  align(side, pad(x: 14pt)[— #number —])
}

#let sheet(paper: "a4", landscape: false, numbered: true, body) = page(
  paper: paper,
  flipped: landscape,
  margin: if landscape { (x: 36mm, top: 28mm, bottom: 26mm) } else { (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm) },
  numbering: if numbered { "1" },
  footer: if numbered { folio },
  footer-descent: 7mm,
  body,
)

#let cover(c) = sheet(numbered: false, {
  set align(center)
  set par(justify: false)
  v(48mm)
  text(
    ..face("title", c.fitted.size * 1pt, weight: "bold"),
    block(width: c.fitted.width * 1pt, par(leading: 16pt, c.title)),
  )
  if c.subtitle != "" { text(..face("title", 22pt, weight: "bold"), par(leading: 14pt, c.subtitle)) }
  v(1fr)
  for line in c.lines { text(..face("subheading", 18pt), par(line)) }
  v(24mm)
})

#let contents(c) = sheet(numbered: false, {
  align(center, text(..face("title", 22pt, weight: "bold"), c.title))
  v(pitch, weak: true)
  set par(justify: false, leading: 6pt, spacing: 10pt)
  set text(size: 14pt)
  set outline.entry(fill: repeat(gap: 0.15em)[.])
  show outline.entry.where(level: 1): set text(..face("heading", 14pt))
  show outline.entry: it => {
    let label = it.element.supplement
    link(it.element.location(), it.indented(if label != [] { label }, it.inner()))
  }
  outline(title: none, indent: 1em)
})

#let first-flow = data.sections.position(section => section.type == "flow")

#for (index, section) in data.sections.enumerate() {
  if section.type == "cover" { cover(section) } else if section.type == "contents" { contents(section) } else {
    sheet(paper: section.paper, landscape: section.landscape, {
      if index == first-flow { counter(page).update(1) }
      for b in section.blocks {
        if b.type == "heading" { titled(b) } else if b.type == "paragraph" { paragraph(b) } else { ruled(b) }
      }
    })
  }
}
`;
