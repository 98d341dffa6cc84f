import { setTimeout as wait } from "node:timers/promises";
import type { Observation } from "./rollout.ts";

const probedPaths = ["/api/v1/health", "/", "/login"];
const probeIntervalMs = 5_000;
const probeTimeoutMs = 10_000;

export type ProbeTarget = { publicUrl: string; worker: string; versionId: string };

/** Null when the answer is what a healthy version gives, otherwise what was wrong with it. */
export async function probe({ publicUrl, worker, versionId }: ProbeTarget, path: string, fetcher: typeof fetch): Promise<string | null> {
  try {
    const response = await fetcher(`${publicUrl}${path}`, {
      headers: { "Cloudflare-Workers-Version-Overrides": `${worker}="${versionId}"` },
      signal: AbortSignal.timeout(probeTimeoutMs),
    });
    if (!response.ok) return `${path} answered ${response.status}`;
    if (path !== "/api/v1/health") return null;
    const body: unknown = await response.json();
    const isOk = typeof body === "object" && body !== null && "status" in body && body.status === "ok";
    return isOk ? null : `${path} says ${JSON.stringify(body).slice(0, 200)}`;
  } catch (error) {
    return `${path} failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Asks the new version for the health endpoint and two pages in turn until the stage is over. */
export async function watch(target: ProbeTarget, durationMs: number, readLive: () => Promise<Observation["live"]>): Promise<Observation> {
  const failedProbes: string[] = [];
  const rounds = Math.max(1, Math.floor(durationMs / probeIntervalMs));
  for (let round = 0; round < rounds; round++) {
    await wait(probeIntervalMs);
    const answers = await Promise.all(probedPaths.map((path) => probe(target, path, fetch)));
    failedProbes.push(...answers.filter((answer) => answer !== null));
    if (failedProbes.length > probedPaths.length * 2) return { probes: (round + 1) * probedPaths.length, failedProbes, live: null };
  }
  return { probes: rounds * probedPaths.length, failedProbes, live: await readLive() };
}
