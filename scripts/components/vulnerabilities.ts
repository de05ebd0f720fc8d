/** What is known against the components that the program is delivered with. */
export type Vulnerabilities =
  | { readonly kind: "unchecked"; readonly why: string }
  | {
      readonly kind: "checked";
      readonly components: number;
      /** Critical and high ones, a line for each component. */
      readonly grave: readonly string[];
      /** Components with lesser ones. */
      readonly lesser: number;
    };

interface Report {
  readonly auditReportVersion?: unknown;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerable>>;
  readonly metadata?: { readonly dependencies?: { readonly prod?: number } };
  readonly message?: unknown;
}
interface Vulnerable {
  readonly name: string;
  readonly severity: string;
  readonly range: string;
  /** Advisories, or names of components that have them. */
  readonly via: readonly (string | { readonly title?: string; readonly url?: string })[];
}

const GRAVE = ["critical", "high"];

/** Reads what `npm audit --json` prints; anything but a whole report is no check. */
export function vulnerabilitiesIn(printed: string): Vulnerabilities {
  const report = reportIn(printed);
  if (report === undefined) return { kind: "unchecked", why: "没有答复 no answer" };
  const { auditReportVersion, vulnerabilities, metadata, message } = report;
  const components = metadata?.dependencies?.prod;
  if (auditReportVersion !== 2 || vulnerabilities === undefined || components === undefined)
    return { kind: "unchecked", why: typeof message === "string" ? message : "答复不完整 no whole answer" };
  const all = Object.values(vulnerabilities);
  const grave = all.filter(({ severity }) => GRAVE.includes(severity));
  return { kind: "checked", components, grave: grave.map(lineOf), lesser: all.length - grave.length };
}

function reportIn(printed: string): Report | undefined {
  try {
    const report: unknown = JSON.parse(printed);
    return typeof report === "object" && report !== null ? report : undefined;
  } catch {
    return undefined;
  }
}

function lineOf({ name, severity, range, via }: Vulnerable): string {
  const reasons = via.map((reason) =>
    typeof reason === "string" ? reason : [reason.title, reason.url].filter(Boolean).join(" "),
  );
  return `${severity}: ${[name, range].filter(Boolean).join(" ")} (${reasons.join("; ")})`;
}
