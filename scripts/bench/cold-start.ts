import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { readBuiltWorker, startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const rounds = 3;

/** From starting workerd to the first page, and beside it how long the Worker's modules take to evaluate. */
export async function coldStart(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = join(tempDir, "cold-state");
  await seedOnce(stateDir);
  const starts = [];
  const evaluations = [];
  for (let count = 0; count < rounds; count += 1) {
    const startedAt = performance.now();
    await using app = await startApp({ buildDir, stateDir });
    await firstAnswer(app.appUrl);
    starts.push(performance.now() - startedAt);
  }
  for (let count = 0; count < rounds; count += 1) evaluations.push(await timeEvaluation(buildDir));
  return [
    { name: "cold-start", value: round(median(starts), 0), unit: "ms" },
    { name: "module-evaluation", value: round(median(evaluations), 0), unit: "ms" },
  ];
}

/** Loads the Worker's modules at the second request: the first one has woken everything else up. */
async function timeEvaluation(buildDir: string): Promise<number> {
  const { worker, modules } = readBuiltWorker(buildDir);
  const { rootPath, compatibilityDate = "2026-11-17", compatibilityFlags = [] } = worker;
  const contents = `export default { async fetch(request) {
    if (new URL(request.url).pathname === "/load") await import("./index.js");
    return new Response("ok");
  } };`;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      log: new Log(LogLevel.NONE),
      telemetry: { enabled: false },
      workers: [
        {
          name: "evaluated",
          rootPath,
          compatibilityDate,
          compatibilityFlags,
          modules: [{ type: "ESModule", path: "bench-entry.js", contents }, ...modules],
        },
      ],
    }),
  );
  try {
    const url = await miniflare.ready;
    await firstAnswer(url);
    const startedAt = performance.now();
    await firstAnswer(new URL("/load", url));
    return performance.now() - startedAt;
  } finally {
    await miniflare.dispose();
  }
}

async function firstAnswer(url: URL): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url.href} answered ${response.status} at its first request`);
}
