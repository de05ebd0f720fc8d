import type { Place } from "@mingzhang/core";

/** Where something stands, for people: file and page, sheet and cell, or line. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case "page":
      return `${place.file ?? ""} 第${place.page}页`.trim();
    case "sheet":
      return place.cell === undefined ? place.sheet : `${place.sheet} ${place.cell}`;
    case "entry":
      return place.row === undefined ? place.title.zh : `${place.title.zh} 第${place.row}行`;
    case "line":
      return `${place.file ?? ""} 第${place.line}行${place.column === undefined ? "" : `第${place.column}列`}`.trim();
  }
}
