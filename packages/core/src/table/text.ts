/** What texts of definitions, profiles and sections may name in braces. */
export interface TextVariables {
  readonly year: string;
  readonly prior: string;
  readonly region: string;
  /** 部门 or 单位. */
  readonly body: string;
  /** Full name of the publishing body. */
  readonly name: string;
}

/** Replaces {year}, {prior}, {region}, {body} and {name}. */
export function fillText(text: string, variables: TextVariables): string {
  return text.replace(/\{(year|prior|region|body|name)\}/g, (_, key: keyof TextVariables) => variables[key]);
}
