import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AdvisedError, complain, dim, runCommand, say } from "#scripts/dev/terminal.ts";
import { startWorld, type World } from "./bench-world.ts";
import { copyBuild } from "./built-files.ts";
import { runAsk } from "./ask-case.ts";
import { runGateway } from "./gateway-case.ts";
import { runCollect } from "./collect-case.ts";
import { runCrowd } from "./crowd-case.ts";
import { runChat } from "./chat-case.ts";
import { coldStart } from "./cold-start.ts";
import { runFloorSim, type SimulatedTime } from "./floor-sim-case.ts";
import { runFirstSync } from "./first-sync-case.ts";
import { httpCases, runHello, runHttpCase } from "./http-cases.ts";
import { runListingEval } from "./listing-eval-case.ts";
import { runLighthouse } from "./lighthouse-case.ts";
import { runLongVisit } from "./long-visit-case.ts";
import { runLongLists } from "./long-lists-case.ts";
import { runMetrics } from "./metrics-case.ts";
import { runNotices } from "./notices-case.ts";
import { type Result, tableHead, tableLine } from "./result.ts";
import { runBusyRoom, runFullRoom } from "./room-case.ts";
import { patternsCase } from "./patterns-case.ts";
import { evalReviewsCase, reviewGapsCase } from "./review-gaps-case.ts";
import { scoreCase } from "./score-case.ts";
import { runSdk } from "./sdk-case.ts";
import { clientJs, workerSize } from "./sizes.ts";
import { runShoppers } from "./shoppers-case.ts";
import { runTablets, runZoneCommands } from "./zone-case.ts";
import { runTablet } from "./tablet-case.ts";
import { runReservations } from "./reservations-case.ts";
import { runSolveBatch, runSolveRoute } from "./solver-cases.ts";
import { runZoneLarge } from "./zone-large-case.ts";
import { runZoneResume } from "./zone-resume-case.ts";
import { runWebhooks } from "./webhooks-case.ts";

type Bench = { buildDir: string; tempDir: string; signal: AbortSignal };
type Show = (results: Result | Result[]) => void;

/** Cases that share one running app. */
const liveCases: Record<string, (world: World, bench: Bench) => Promise<Result | Result[]>> = {
  hello: runHello,
  ...Object.fromEntries(Object.entries(httpCases).map(([name, build]) => [name, (world: World) => runHttpCase(world, name, build)])),
  "room-50": (world) => runBusyRoom(world, 50),
  "room-200": (world) => runFullRoom(world, 200, 20),
  chat: runChat,
  "zone-commands": runZoneCommands,
  "zone-tablets": runTablets,
  "zone-resume": runZoneResume,
  reservations: runReservations,
  "client-js": (world, { buildDir }) => clientJs(world, buildDir),
};

/** What needs neither an app nor a build. */
const ruleCases: Record<string, (time: SimulatedTime) => Result | Result[] | Promise<Result | Result[]>> = {
  score: scoreCase,
  "review-gaps": reviewGapsCase,
  "patterns-10k": patternsCase,
  "eval-reviews": evalReviewsCase,
  "solve-route": runSolveRoute,
  "solve-batch": runSolveBatch,
  "floor-sim": runFloorSim,
  "eval-listings": runListingEval,
};

const buildCases: Record<string, (bench: Bench) => Promise<Result | Result[]>> = {
  "worker-size": ({ buildDir }) => Promise.resolve(workerSize(buildDir)),
  "cold-start": ({ buildDir, tempDir }) => coldStart(buildDir, tempDir),
  gateway: ({ buildDir, tempDir }) => runGateway(buildDir, tempDir),
  "zone-large": ({ buildDir, tempDir }) => runZoneLarge(buildDir, tempDir),
  "first-sync": ({ buildDir, tempDir }) => runFirstSync(buildDir, tempDir),
  "listings-50k": ({ buildDir, tempDir }) => runLongLists(buildDir, tempDir),
  ask: ({ buildDir, tempDir }) => runAsk(buildDir, tempDir),
  shoppers: ({ buildDir, tempDir }) => runShoppers(buildDir, tempDir),
  metrics: ({ buildDir, tempDir }) => runMetrics(buildDir, tempDir),
  notices: ({ buildDir, tempDir }) => runNotices(buildDir, tempDir),
  webhooks: ({ buildDir, tempDir }) => runWebhooks(buildDir, tempDir),
  collect: ({ buildDir, tempDir }) => runCollect(buildDir, tempDir),
  crowd: ({ buildDir, tempDir }) => runCrowd(buildDir, tempDir),
  "long-visit": ({ buildDir, tempDir }) => runLongVisit(buildDir, tempDir),
  tablet: ({ buildDir, tempDir }) => runTablet(buildDir, tempDir),
  sdk: ({ buildDir, tempDir }) => runSdk(buildDir, tempDir),
  lighthouse: ({ buildDir, tempDir, signal }) => runLighthouse(buildDir, tempDir, signal),
};

const allNames = [...Object.keys(liveCases), ...Object.keys(buildCases), ...Object.keys(ruleCases)];

/**
 * `npm run bench -- [name…] [--json]`. A slow result is a result; only what does not run, or comes out wrong, fails the
 * command. `--seed` and `--seconds` are for floor-sim: where it begins, and for how long it goes on.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      seconds: { type: "string", default: "10" },
    },
  });
  const unknown = positionals.find((name) => !allNames.includes(name));
  if (unknown !== undefined) throw new AdvisedError(`There is no benchmark "${unknown}". Choose from: ${allNames.join(", ")}`);
  const names = positionals.length === 0 ? allNames : positionals;
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  const tempDir = mkdtempSync(join(tmpdir(), "entrepot-bench-"));
  // Leaving runs the exit hooks, which end workerd and remove the folder, also after a signal.
  process.on("exit", () => rmSync(tempDir, { recursive: true, force: true }));
  const stop = endOnSignal();
  if (!values.json) sayConditions();
  const show: Show = (results) => {
    for (const result of [results].flat()) say(values.json ? JSON.stringify(result) : tableLine(result));
  };
  const time = { seed: wholeNumber("seed", values.seed), seconds: wholeNumber("seconds", values.seconds) };
  const failures = await runRules(names, time, show);
  if (names.every((name) => ruleCases[name] !== undefined)) return failures === 0 ? 0 : 1;
  const buildDir = await copyBuild(tempDir, stop);
  return failures + (await runAll({ buildDir, tempDir, signal: stop }, names, show)) === 0 ? 0 : 1;
});

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new AdvisedError(`--${name} is a whole number, not "${text}".`);
  return Number(text);
}

/** How many did not run. */
async function runRules(names: string[], time: SimulatedTime, show: Show): Promise<number> {
  let failures = 0;
  for (const name of names) {
    const run = ruleCases[name];
    if (run !== undefined) failures += await attempt(name, async () => run(time), show);
  }
  return failures;
}

async function attempt(name: string, work: () => Promise<Result | Result[]>, show: Show): Promise<0 | 1> {
  try {
    show(await work());
    return 0;
  } catch (error) {
    complain(`${name} did not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}

async function runAll(bench: Bench, names: string[], show: Show): Promise<number> {
  let failures = 0;
  const live = names.flatMap((name) => (liveCases[name] === undefined ? [] : [{ name, run: liveCases[name] }]));
  if (live.length > 0) {
    await using world = await startWorld(bench.buildDir, bench.tempDir);
    for (const { name, run } of live) failures += await attempt(name, () => run(world, bench), show);
  }
  for (const name of names) {
    const run = buildCases[name];
    if (run !== undefined) failures += await attempt(name, () => run(bench), show);
  }
  return failures;
}

function sayConditions(): void {
  say(dim("The production build in workerd, on sockets without a proxy, beside a bare Worker; 32 callers on this machine."));
  say(dim("The limit of API calls is counted in memory and never reached: its local stand-in writes to disk at every call."));
  const [load = 0] = loadavg();
  if (load > availableParallelism() / 2) {
    say(
      dim(
        `Other programs keep this machine busy (load ${load.toFixed(1)} on ${availableParallelism()} processors): it could do better alone.`,
      ),
    );
  }
  say();
  say(tableHead);
}

function endOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stop.abort();
      process.exit(130);
    });
  }
  return stop.signal;
}
