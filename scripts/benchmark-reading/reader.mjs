// One reader over the given files, in a process of its own: prints pages, tables and rows as JSON.
//   node reader.mjs read|check|pdf-parse|pymupdf FOLDER FILE…   FOLDER: of the peers, or where `read` writes tables
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const PYTHON = `
import json, pymupdf
document = pymupdf.open("/file.pdf")
json.dumps([len(table.extract()) for page in document for table in page.find_tables().tables])
`;

const [tool, folder, ...files] = process.argv.slice(2);
const READERS = { read, check, "pdf-parse": pdfParse, pymupdf };
const readOne = await READERS[tool]();
const start = performance.now();
const found = { tables: 0, rows: 0 };
for (const file of files) {
  const tables = await readOne(file);
  found.tables += tables.length;
  found.rows += tables.reduce((sum, rows) => sum + rows, 0);
}
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, ...found }));

/** Ours: the tables of a PDF. Each reader gives the number of rows of each table. */
async function read() {
  const { readDocuments, tablesOf } = await import("@mingzhang/readers");
  return async (file) => {
    const { documents } = await readDocuments([{ name: basename(file), bytes: readFileSync(file) }]);
    const tables = documents.flatMap(({ document }) => tablesOf(document));
    if (folder !== "-")
      writeFileSync(join(folder, `${basename(file, ".pdf")}.json`), JSON.stringify({ tables }));
    return tables.map(({ rows }) => rows.length);
  };
}

/** Ours, with recognition and every rule. */
async function check() {
  const { readDocuments } = await import("@mingzhang/readers");
  const core = await import("@mingzhang/core");
  return async (file) => {
    const { documents } = await readDocuments([{ name: basename(file), bytes: readFileSync(file) }]);
    const pack = core.recognise(documents.map(({ name, document }) => ({ name, document })));
    core.check({ pack }, core.RULES);
    return pack.tables.map(({ rows }) => rows.length);
  };
}

async function pdfParse() {
  const peer = createRequire(join(folder, "package.json")).resolve("pdf-parse");
  const { PDFParse } = await import(pathToFileURL(peer).href);
  return async (file) => {
    const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) });
    const { pages } = await parser.getTable();
    await parser.destroy();
    return pages.flatMap(({ tables }) => tables.map((rows) => rows.length));
  };
}

/** The package is made for browsers: its Python runs in Node.js once it finds what a CommonJS module has. */
async function pymupdf() {
  const assets = join(folder, "node_modules/@bentopdf/pymupdf-wasm/assets/");
  globalThis.require = createRequire(join(assets, "pyodide.asm.js"));
  globalThis.__dirname = assets;
  const { loadPyodide } = await import(pathToFileURL(join(assets, "pyodide.js")).href);
  const python = await loadPyodide({ indexURL: assets, stdout: () => {} });
  const wheels = ["numpy-2.2.5", "pymupdf-1.26.3"].map((name) => wheelOf(assets, name));
  for (const wheel of wheels) await python.loadPackage(wheel, { messageCallback: () => {} });
  return (file) => {
    python.FS.writeFile("/file.pdf", readFileSync(file));
    return JSON.parse(python.runPython(PYTHON));
  };
}

function wheelOf(assets, name) {
  const tag = name.startsWith("numpy") ? "cp313-cp313" : "cp313-none";
  return join(assets, `${name}-${tag}-pyodide_2025_0_wasm32.whl`);
}
