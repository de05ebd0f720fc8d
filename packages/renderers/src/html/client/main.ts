import { startContents } from "./contents.ts";
import { startDownloads } from "./download.ts";
import { startFigures } from "./figures.ts";
import { Inspector } from "./inspector.ts";
import { figureOf } from "./occurrences.ts";

document.documentElement.classList.add("ready");
startContents();
startDownloads();

const dialog = document.getElementById("mz-inspector");
if (dialog instanceof HTMLDialogElement) {
  const inspector = new Inspector(dialog);
  startFigures((occurrence) => inspector.open(occurrence, figureOf(occurrence)));
}
