import { z } from "zod";
import { FindingValue, Id, Line } from "../common.ts";
import { defineRoute } from "../route.ts";

export const BODY_KINDS = ["bureau", "department", "unit"] as const;
export const UNIT_TYPE_IDS = ["administrative", "civil-service", "institution"] as const;

/** A finance bureau, a department under it, or a unit under a department. */
export const Body = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: z.enum(BODY_KINDS),
  name: z.string(),
  /** Name in the budget's 单位 columns; unique among siblings. */
  shortName: z.string(),
  code: z.string(),
  /** As the units sheet spells it (a term id of UNIT_TYPES); "" where none. */
  unitType: z.string(),
  active: z.boolean(),
});
export type Body = z.infer<typeof Body>;

const BodyInput = z.strictObject({
  parentId: Id.nullable(),
  kind: z.enum(BODY_KINDS),
  name: Line,
  shortName: Line,
  code: z.string().trim().max(40),
  unitType: z.string().trim().max(40),
});

export const BODY_ROUTES = {
  bodies: defineRoute({
    method: "GET",
    path: "/api/bodies",
    access: "signed-in",
    doc: {
      zh: "机构树：每个机构一项，上级在前，同级按编码。",
      en: "The tree of bodies: parents first, siblings by code.",
    },
    response: z.object({ bodies: z.array(Body) }),
  }),
  addBody: defineRoute({
    method: "POST",
    path: "/api/bodies",
    access: "manage-bodies",
    doc: { zh: "新增机构。", en: "Add a body." },
    body: BodyInput,
    response: Body,
  }),
  changeBody: defineRoute({
    method: "PATCH",
    path: "/api/bodies/:body",
    access: "manage-bodies",
    doc: { zh: "改机构；停用的不再应公开。", en: "Change a body; an inactive one owes nothing." },
    params: z.object({ body: Id }),
    body: z.strictObject({
      name: Line.optional(),
      shortName: Line.optional(),
      code: z.string().trim().max(40).optional(),
      unitType: z.string().trim().max(40).optional(),
      active: z.boolean().optional(),
    }),
    response: Body,
  }),
  importBodies: defineRoute({
    method: "POST",
    path: "/api/bodies/import",
    access: "manage-bodies",
    doc: {
      zh: "从 CSV 导入机构：code,name,short_name,kind,parent_code,unit_type；有错则一个也不导入。",
      en: "Import bodies from CSV: code,name,short_name,kind,parent_code,unit_type; all or, with any fault, none.",
    },
    upload: ["file"],
    response: z.object({ added: z.int(), findings: z.array(FindingValue) }),
  }),
};
