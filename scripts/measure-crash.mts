// Kills the server, its database and its worker in turn, at random moments under load: npm run measure:crash -- 50
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashRounds } from "../apps/cli/src/testing/crash-rounds.ts";
import { Served } from "../apps/cli/src/testing/served.ts";

const rounds = Number(process.argv[2] ?? 50);
const data = await mkdtemp(join(tmpdir(), "mingzhang-crash-"));
const served = new Served(data);
try {
  await served.start();
  const report = await crashRounds(served, {
    rounds,
    writers: 4,
    random: Math.random,
    progress: (line) =>
      console.error(line, process.env.DEBUG_CRASH === undefined ? "" : served.said.slice(-600)),
  });
  console.log(JSON.stringify(report, null, 2));
  const isWhole = report.lost + report.doubled + report.logFaults + report.unfinishedJobs === 0;
  process.exitCode = isWhole ? 0 : 1;
} finally {
  await served.stop();
  await rm(data, { recursive: true, force: true });
}
