import { randomUUID } from "node:crypto";
import { z } from "zod";
import { GRANTS, ROUTES, type Route, type RouteId } from "../api/index.ts";

/** Every call of the contract, as data. */
export const CALLS = Object.entries(ROUTES) as unknown as readonly (readonly [RouteId, Route])[];

/** Names of the parameters of a path. */
export function parametersOf({ path }: Route): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
}

/** The path with its parameters and what its query must have filled in; throws where one has no sample, so that a new kind cannot be forgotten. */
export function pathOf(route: Route, samples: Readonly<Record<string, string>>): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`no sample for the parameter "${name}" of ${route.path}`);
    return encodeURIComponent(sample);
  });
  const query = new URLSearchParams(requiredQuery(route)).toString();
  return query === "" ? path : `${path}?${query}`;
}

function requiredQuery({ query }: Route): Record<string, string> {
  if (query === undefined) return {};
  const { properties = {}, required = [] } = z.toJSONSchema(query, {
    io: "input",
    unrepresentable: "any",
  }) as Schema;
  // What is no text there is a number that is read from one: the year.
  const sample = (name: string) =>
    properties[name]?.type === "string" ? fitting(properties[name] ?? {}, name) : "2023";
  return Object.fromEntries(required.map((name) => [name, sample(name)]));
}

export interface BodyOptions {
  /** Put in each text field in turn. */
  readonly texts?: readonly string[];
  /** Values by the names of fields, where any value that fits the schema would not do. */
  readonly named?: Readonly<Record<string, string>>;
}

/**
 * Bodies that fit a route's schema, generated from it: one with every field, then one for each other alternative of a
 * field and for each text in each text field.
 */
export function bodiesOf(route: Route, options: BodyOptions = {}): readonly unknown[] {
  if (route.body === undefined) return [undefined];
  return alternatives(z.toJSONSchema(route.body, { io: "input" }) as Schema, "", options);
}

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
};

const SHEET = "notes";
const FIELD = "note";
/** Texts of which one fits any pattern of the contract. */
const FITTING = ["text", "123456", "1.00", "0".repeat(64)];

function alternatives(schema: Schema, name: string, options: BodyOptions): readonly unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum;
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return choice.flatMap((each) => alternatives(each, name, options));
  switch (schema.type) {
    case "object":
      return objects(schema, options);
    case "array":
      return alternatives(schema.items ?? {}, name, options).map((item) => [item]);
    case "string":
      return [options.named?.[name] ?? fitting(schema, name), ...(options.texts ?? [])];
    case "boolean":
      return [true, false];
    case "null":
      return [null];
    case "integer":
      return [Math.max(0, schema.minimum ?? 0)];
    default:
      throw new Error(`no sample of ${JSON.stringify(schema)}`);
  }
}

function objects(
  { properties = {}, additionalProperties }: Schema,
  options: BodyOptions,
): readonly Readonly<Record<string, unknown>>[] {
  const fields: Record<string, Schema> = { ...properties };
  if (typeof additionalProperties === "object") fields[FIELD] = additionalProperties;
  const values = Object.entries(fields).map(
    ([field, schema]) => [field, alternatives(schema, field, options)] as const,
  );
  const first = () => Object.fromEntries(values.map(([field, [value]]) => [field, value]));
  return [
    first(),
    ...values.flatMap(([field, [, ...rest]]) => rest.map((value) => ({ ...first(), [field]: value }))),
  ];
}

function fitting({ format, pattern }: Schema, name: string): string {
  if (format === "uuid") return randomUUID();
  if (format === "date") return "2023-02-01";
  if (format === "uri") return "https://example.org/budget";
  if (name === "sheet") return SHEET;
  if (name === "field") return FIELD;
  const found = FITTING.find((text) => pattern === undefined || new RegExp(pattern, "u").test(text));
  if (found === undefined) throw new Error(`no text fits ${pattern}`);
  return found;
}

/** An account of the tests' workspace that may make a call on the department 216, as far as its role goes. */
export function accountFor(route: Route): string {
  const { access } = route;
  if (access === "anyone" || access === "signed-in") return "editor";
  const grant = GRANTS.find(({ actions }) => actions.includes(access));
  if (grant === undefined) throw new Error(`nobody may ${access}`);
  return grant.role;
}
