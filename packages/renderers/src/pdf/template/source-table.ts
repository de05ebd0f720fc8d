/** A ruled table with what stands around it. The header rows come back on each page. */
export const TABLE = `
#let alignments = (left: left, center: center, right: right)

#let cell(c, padding) = if type(c) == str { c } else {
  table.cell(
    colspan: c.colSpan,
    rowspan: c.rowSpan,
    align: alignments.at(c.align) + horizon,
    inset: (left: padding.x + c.indent * 1em),
    breakable: c.breakable,
    fill: if "ground" in c { rgb(c.ground) },
    text(
      ..if c.strong { strong-face("table") },
      ..if "ink" in c { (fill: rgb(c.ink)) },
      c.text,
    ),
  )
}

#let caption(g) = if g.caption != "" {
  show heading: set text(..face("title", g.title.size * 1pt, weight: "bold"))
  show heading: it => block(
    width: 100%, sticky: true, above: 10pt, below: 14pt,
    align(center, block(width: g.title.width * 1pt, it.body)),
  )
  heading(level: g.depth, bookmarked: true, supplement: g.label, g.caption)
}

#let ruled(g) = {
  set par(justify: false, leading: 0.3em, spacing: 0.3em)
  if g.label != "" { block(sticky: true, below: 0pt, text(..face("heading", 14pt), g.label)) }
  caption(g)
  set text(..face("table", g.size * 1pt), tracking: 0pt)
  if g.aboveLeft + g.aboveRight != "" {
    block(sticky: true, width: 100%, above: 0pt, below: 5pt, {
      set text(size: calc.max(g.size, 10) * 1pt)
      grid(columns: (1fr, auto), column-gutter: 1em, g.aboveLeft, align(bottom, g.aboveRight))
    })
  }
  set table.cell(breakable: false)
  let padding = (x: g.padding.x * 1pt, y: g.padding.y * 1pt)
  if g.header.len() + g.body.len() > 0 {
    block(above: 0pt, below: 6pt, table(
      columns: g.widths.map(width => width * 1pt),
      align: g.aligns.map(align => alignments.at(align) + horizon),
      inset: padding,
      stroke: 0.5pt,
      ..if g.header.len() > 0 { (table.header(repeat: true, ..g.header.map(c => cell(c, padding))),) },
      ..g.body.map(c => cell(c, padding)),
    ))
  }
  for line in g.below { block(above: 4pt, below: 0pt, text(size: calc.max(g.size, 9) * 1pt, line)) }
  v(pitch - body-size, weak: true)
}
`;
