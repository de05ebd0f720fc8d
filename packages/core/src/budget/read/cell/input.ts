import type { CatalogueId } from "../../../catalogue/catalogue.ts";
import { type ColumnSchema, type ColumnType, titleOf } from "../../schema.ts";
import type { RawCell } from "../../sheet.ts";
import { type FaultData, type FaultId, fault, type Report } from "../fault/fault.ts";
import type { Spot } from "../spot.ts";

/** One filled cell with what its reading depends on. */
export interface CellInput<T extends ColumnType = ColumnType> {
  /** Trimmed, with line feeds only. */
  readonly text: string;
  readonly kind: RawCell["kind"];
  readonly column: ColumnSchema;
  readonly type: T;
  readonly spot: Spot;
  /** The row's year, else the budget's; absent when neither is known. */
  readonly year?: number;
  /** The keys that references may name; absent where their sheet could not be read. */
  readonly keys: Readonly<Record<"units" | "projects", ReadonlyMap<string, string> | undefined>>;
  readonly report: Report;
}

type OwnSlots = "title" | "example" | "text";

/** Reports a fault of the cell; title and example of its column and its text are filled in. */
export function reportCell<Id extends FaultId>(
  input: CellInput,
  id: Id,
  data: Omit<FaultData<Id>, OwnSlots>,
): undefined {
  const { column, text, spot, report } = input;
  const own = { title: titleOf(column), example: exampleOf(column), text };
  report(fault(id, spot, { ...own, ...data } as unknown as FaultData<Id>, { printed: text }));
}

/** An example of what to write. */
export function exampleOf({ example, type }: ColumnSchema): string {
  if (example !== "") return example;
  if (type.kind === "amount") return "5000.00";
  return type.kind === "code" ? CODE_EXAMPLES[type.catalogue] : "1";
}

const CODE_EXAMPLES: Readonly<Record<Exclude<CatalogueId, "revenue">, string>> = {
  functional: "2013601",
  "department-economic": "30201",
  "government-economic": "50201",
};
