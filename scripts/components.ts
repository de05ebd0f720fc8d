// What is known of the components that the program is delivered with: vulnerabilities, and, without --check, newer
// versions and licences. Ends with 1 where a component is critically or highly vulnerable; where nobody could be asked
// it says so and ends with 0, so that everything works without a network.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vulnerabilitiesIn } from "./components/vulnerabilities.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = 30_000;
const ONLY_DEVELOPS = "cdx:npm:package:development";

sayVulnerabilities();
if (!process.argv.includes("--check")) {
  sayNewer();
  sayLicences();
}

function sayVulnerabilities(): void {
  const known = vulnerabilitiesIn(npm("audit", "--omit=dev", "--json"));
  if (known.kind === "unchecked") {
    console.log(
      `没能查询组件的已知漏洞：跳过（${known.why}）。Known vulnerabilities of components could not be asked for: skipped.`,
    );
    return;
  }
  const { components, grave, lesser } = known;
  console.log(
    `${components} 个组件，${grave.length} 个有高危漏洞，${lesser} 个有较轻的。${components} components: ${grave.length} with grave vulnerabilities, ${lesser} with lesser ones.`,
  );
  for (const line of grave) console.error(`  ${line}`);
  if (grave.length > 0) process.exitCode = 1;
}

function sayNewer(): void {
  const newer = parsed<Readonly<Record<string, { readonly current: string; readonly latest: string }>>>(
    npm("outdated", "--json"),
  );
  if (newer === undefined || "error" in newer) {
    console.log("没能查询新版本。Newer versions could not be asked for.");
    return;
  }
  const entries = Object.entries(newer);
  console.log(`有新版本的组件：${entries.length} 个。Components with a newer version: ${entries.length}.`);
  for (const [name, { current, latest }] of entries) console.log(`  ${name} ${current} → ${latest}`);
}

interface Bill {
  readonly components: readonly {
    readonly properties?: readonly { readonly name: string }[];
    readonly licenses?: readonly {
      readonly expression?: string;
      readonly license?: { readonly id?: string };
    }[];
  }[];
}

function sayLicences(): void {
  // Not "--omit dev", which also leaves out what is delivered as well as used to develop.
  const bill = parsed<Bill>(npm("sbom", "--sbom-format", "cyclonedx", "--package-lock-only"));
  const counts = new Map<string, number>();
  for (const { properties = [], licenses = [] } of bill?.components ?? []) {
    if (properties.some(({ name }) => name === ONLY_DEVELOPS)) continue;
    const name = licenses.map(({ expression, license }) => expression ?? license?.id).join(" AND ") || "?";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  console.log(`许可证 Licences: ${sorted.map(([name, count]) => `${name} ${count}`).join(", ")}`);
}

/** What npm prints, whatever it ends with: findings are no fault of it. */
function npm(...words: readonly string[]): string {
  // npm is a script on Windows, which only a shell starts.
  const options = { cwd: root, timeout: PATIENCE, maxBuffer: 2 ** 28, shell: process.platform === "win32" };
  return spawnSync("npm", words, { ...options, encoding: "utf8" }).stdout ?? "";
}

function parsed<Value>(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
