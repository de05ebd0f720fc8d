/** The look of the audit report: two columns where there is room, one where there is not, plain in print. */
export const REPORT_CSS = `
:root{color-scheme:light;--ink:#1f2937;--line:#d1d5db;--error:#b42318;--warning:#93370d;--notice:#175cd3}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:#f9fafb}
header,main{max-width:1500px;margin:0 auto;padding:1rem 1.5rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.05rem;margin:.2rem 0}h3{font-size:.95rem;margin:.8rem 0 .2rem}
p{margin:.35rem 0}[lang=en],.place{color:#4b5563;font-size:.9rem}
article,section{background:#fff;border:1px solid var(--line);border-left:.4rem solid var(--line);border-radius:.3rem;margin:1rem 0;padding:1rem;overflow-wrap:anywhere}
article{display:grid;grid-template-columns:minmax(18rem,2fr) minmax(0,3fr);gap:1.2rem}
.error{border-left-color:var(--error)}.warning{border-left-color:var(--warning)}.notice{border-left-color:var(--notice)}
.level{font-size:.85rem;padding:.1rem .5rem;border-radius:.2rem;color:#fff;background:var(--notice)}
.error .level{background:var(--error)}.warning .level{background:var(--warning)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:.5rem 0}dt{color:#4b5563}dd{margin:0;font-weight:600}
figure{margin:0 0 .8rem;border:1px solid var(--line);background:#fff}figure svg{display:block;width:100%;height:auto}
figcaption{padding:.3rem .6rem;font-size:.9rem;border-top:1px solid var(--line)}
figure rect{fill:#f04438;fill-opacity:.12;stroke:#b42318;stroke-width:1.5}
.symbols{position:absolute}.scroll{overflow:auto;margin-bottom:.8rem}
table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid var(--line);padding:.2rem .5rem;vertical-align:top;overflow-wrap:normal}
th{background:#f3f4f6}mark{background:#fee4e2;outline:2px solid var(--error)}
blockquote{margin:0 0 .8rem;padding:.6rem 1rem;border-left:.2rem solid var(--line);background:#f9fafb}
a:focus-visible,summary:focus-visible,.scroll:focus-visible,:target{outline:3px solid #175cd3;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
@media(max-width:900px){article{grid-template-columns:minmax(0,1fr)}header,main{padding:1rem .8rem}}
@media print{body{background:#fff;font-size:11pt}article{break-inside:avoid}.page{break-before:page}.skip{display:none}}
`;
