// Sets everything up, installs what the tests of layouts need where it can, and runs all checks and tests.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, setUp } from "./setup.mjs";

/** Debian packages, and what the tests do with them. */
const PACKAGES = [
  { name: "chromium", file: "/usr/bin/chromium", use: "网页 web pages" },
  { name: "libreoffice-writer", file: "/usr/lib/libreoffice/program/swriter", use: "Word 排版 Word layout" },
  { name: "libreoffice-calc", file: "/usr/lib/libreoffice/program/scalc", use: "Excel 重算 recalculation" },
  { name: "poppler-utils", file: "/usr/bin/pdftotext", use: "PDF 文本 PDF text" },
  { name: "postgresql", file: "/usr/lib/postgresql", use: "另一套数据库 another database than the embedded" },
  { name: "clamav-daemon", file: "/usr/sbin/clamd", use: "查毒 antivirus" },
];

setUp();
installPackages();
for (const script of ["lint", "typecheck", "check-generated", "check-components", "test"]) {
  console.log(`\n== ${script}`);
  run("npm", ["run", "--silent", script]);
}

/** Installs the missing packages as root on Debian; elsewhere says which tests will skip themselves. */
function installPackages() {
  const missing = PACKAGES.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" };
    try {
      console.log(`安装 Installing ${missing.map(({ name }) => name).join(" ")} …`);
      execFileSync("apt-get", ["update", "-qq"], environment);
      execFileSync(
        "apt-get",
        ["install", "-y", "-qq", "--no-install-recommends", ...missing.map(({ name }) => name)],
        environment,
      );
    } catch {
      // Said below: the tests that need them skip.
    }
  }
  for (const { name, file, use } of missing) {
    if (!existsSync(file))
      console.log(`没有 ${name}：跳过${use}的测试。No ${name}: the tests of ${use} are skipped.`);
  }
}
