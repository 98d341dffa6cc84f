import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { startApp } from "./app-under-test.ts";
import { callers, seedOnce } from "./bench-world.ts";
import { bundleModule } from "./bundle-module.ts";
import { type Load, requestBytes, runLoad } from "./load.ts";
import type { Result } from "./result.ts";
import { median, percentile, round } from "./statistics.ts";

const providerMs = 50;
const pairs = 150;
const warmUps = 10;
const rounds = 3;
const loadMs = 3_000;
const helloMs = 500;

/** Providers of the played kind: one that answers, and two that refuse every second call at once, as their circuits stay closed then. */
const answers = {
  id: "bench",
  object: "chat.completion",
  created: 1,
  model: "bench",
  choices: [{ index: 0, message: { role: "assistant", content: "Electric kettle 1.8 l" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 30, completion_tokens: 8, total_tokens: 38 },
};
const playedProvider = `
const answer = ${JSON.stringify(JSON.stringify(answers))};
const calls = new Map();
export default {
  async fetch(request) {
    const [, kind] = new URL(request.url).pathname.split("/");
    const count = (calls.get(kind) ?? 0) + 1;
    calls.set(kind, count);
    if (kind !== "ok" && count % 2 === 1) return Response.json({ error: { message: "no" } }, { status: Number(kind) });
    await new Promise((resolve) => setTimeout(resolve, ${providerMs}));
    return new Response(answer, { headers: { "content-type": "application/json" } });
  },
};`;

type App = Awaited<ReturnType<typeof startApp>>;

/** What the gateway adds to a call of the SDK: the budget's reservation, the order, the log; and what a provider that fails adds. */
export async function runGateway(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "gateway-"));
  await seedOnce(stateDir);
  const gatewayModule = await bundleModule("scripts/bench/gateway-worker.ts");
  await using app = await startApp({ buildDir, stateDir, entry: "gateway", extraModule: gatewayModule, played: playedProvider });
  const { playedUrl } = app;
  if (playedUrl === undefined) throw new Error("the provider was not started");
  const provider = (kind: string) => new URL(`/${kind}/v1`, playedUrl).href;
  await setUp(app, "wsp_bench_0", [provider("ok")]);
  for (const status of [429, 500]) await setUp(app, `wsp_bench_${status}`, [provider(`${status}`), provider("ok")]);
  const direct = `/__bench/direct?provider=${encodeURIComponent(provider("ok"))}`;
  const through = "/__bench/gateway?workspace=wsp_bench_0";
  const hello = await runLoad({ url: app.helloUrl, connections: 1, status: 200, request: () => requestBytes(app.helloUrl, "/") }, helloMs);
  const alone = await inTurns(app, [direct, through]);
  const results: Result[] = [
    { name: "gateway/hello", value: round(hello.p50Ms, 2), unit: "ms", ratioToHello: 1 },
    aResult(
      "gateway/direct",
      alone.map(([one]) => one),
    ),
    aResult(
      "gateway/through",
      alone.map(([, other]) => other),
    ),
    { name: "gateway/overhead", value: round(added(alone), 2), unit: "ms p50" },
    ...(await underLoad(app, direct, through)),
  ];
  for (const status of [429, 500]) {
    const path = `/__bench/gateway?workspace=wsp_bench_${status}`;
    // Every second call of the provider fails, and each call of ours calls it once: the failing one comes first.
    const turns = await inTurns(app, [through, path, path]);
    results.push({ name: `gateway/failover-${status}`, value: round(added(turns), 2), unit: "ms p50" });
  }
  return results;
}

async function setUp({ query }: App, workspaceId: string, baseUrls: string[]): Promise<void> {
  await query(
    `insert into workspaces (id, workspace_id, name, locale, time_zone, currency, created_at, version)
     values (?1, ?1, 'Bench', 'en', 'UTC', 'USD', 0, 1) on conflict do nothing`,
    workspaceId,
  );
  const prices = JSON.stringify({ bench: { inputMicroUsdPerMillion: 50_000, outputMicroUsdPerMillion: 80_000 } });
  for (const [position, baseUrl] of baseUrls.entries()) {
    await query(
      `insert into ai_providers (id, workspace_id, kind, name, base_url, models, embedding_models, own_prices, position, is_enabled, created_at, version)
       values (?, ?, 'openai-compatible', 'Played', ?, '["bench"]', '[]', ?, ?, 1, 0, 1)`,
      `aip_${workspaceId}_${position}`,
      workspaceId,
      baseUrl,
      prices,
      position,
    );
  }
  await query(
    `insert into ai_caps (id, workspace_id, scope, subject_id, "window", limit_micro_usd, created_at, version)
     values (?1, ?2, 'workspace', '', 'day', 1000000000000, 0, 1), (?1 || '_month', ?2, 'workspace', '', 'month', 1000000000000, 0, 1)`,
    `cap_${workspaceId}`,
    workspaceId,
  );
}

/** The calls take turns, so that what else the machine does falls on all of them. */
async function inTurns({ appUrl }: App, paths: string[]): Promise<number[][]> {
  const turns: number[][] = [];
  for (let count = 0; count < pairs + warmUps; count += 1) {
    const times: number[] = [];
    for (const path of paths) times.push(await timeOf(new URL(path, appUrl)));
    if (count >= warmUps) turns.push(times);
  }
  return turns;
}

async function timeOf(url: URL): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url.href} answered ${response.status}: ${text.slice(0, 200)}`);
  return performance.now() - startedAt;
}

function added(turns: number[][]): number {
  const column = (index: number) => turns.map((times) => times[index] ?? 0);
  return percentile(column(1), 0.5) - percentile(column(0), 0.5);
}

function aResult(name: string, times: (number | undefined)[]): Result {
  const known = times.filter((time) => time !== undefined);
  return {
    name,
    value: round(percentile(known, 0.5), 2),
    unit: "ms",
    p50Ms: round(percentile(known, 0.5), 2),
    p99Ms: round(percentile(known, 0.99), 2),
  };
}

async function underLoad({ appUrl }: App, direct: string, through: string): Promise<Result[]> {
  const load = (path: string): Load => {
    const request = requestBytes(appUrl, path);
    return { url: appUrl, connections: callers, status: 200, request: () => request };
  };
  const [directMs, throughMs, addedMs, addedCpuUs]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let count = 0; count < rounds; count += 1) {
    const one = await runLoad(load(direct), loadMs);
    const other = await runLoad(load(through), loadMs);
    directMs.push(one.p50Ms);
    throughMs.push(other.p50Ms);
    addedMs.push(other.p50Ms - one.p50Ms);
    if (one.cpuUs !== undefined && other.cpuUs !== undefined) addedCpuUs.push(other.cpuUs - one.cpuUs);
  }
  return [
    { name: "gateway/direct-32", value: round(median(directMs), 2), unit: "ms" },
    { name: "gateway/through-32", value: round(median(throughMs), 2), unit: "ms" },
    {
      name: "gateway/overhead-32",
      value: round(median(addedMs), 2),
      unit: "ms p50",
      ...(addedCpuUs.length === 0 ? {} : { cpuUs: Math.round(median(addedCpuUs)) }),
    },
  ];
}
