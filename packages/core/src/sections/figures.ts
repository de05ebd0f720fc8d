import type { FigureDefinition } from "../narrative/definition.ts";

const threePublic = (id: string): FigureDefinition => ({
  measure: { side: "expenditure", item: `three-public/${id}` },
  reason: id,
});

/** “三公”经费: the total, its items with their reasons, and vehicles as a whole. */
export const THREE_PUBLIC_FIGURES = {
  total: { measure: { side: "expenditure", item: "three-public" } },
  abroad: threePublic("abroad"),
  reception: threePublic("reception"),
  operation: threePublic("vehicle-operation"),
  purchase: threePublic("vehicle-purchase"),
} as const satisfies Record<string, FigureDefinition>;

export const OPERATING_FIGURES = {
  operating: {
    measure: { side: "expenditure", item: "organ-operating-funds" },
    reason: "organ-operating-funds",
  },
} as const satisfies Record<string, FigureDefinition>;

/** Procurement from all sources, by class, and what is set aside for small businesses. */
export const PROCUREMENT_FIGURES = {
  procurement: { measure: { side: "revenue", procurement: "any" } },
  goods: { measure: { side: "revenue", procurement: "goods" } },
  works: { measure: { side: "revenue", procurement: "works" } },
  services: { measure: { side: "revenue", procurement: "services" } },
  smallBusiness: { measure: { item: "small-business" } },
} as const satisfies Record<string, FigureDefinition>;

export const VEHICLE_FIGURES = {
  vehicles: { measure: {}, count: "assets/held/vehicle" },
  plannedVehicles: { measure: {}, count: "assets/planned/vehicle" },
} as const satisfies Record<string, FigureDefinition>;
