import { callsAtOnce } from "#app/domain/channels/ports.ts";
import { childrenTimeUs } from "./processor-time.ts";
import type { Result } from "./result.ts";
import { untilSynced } from "./run-sync.ts";
import { startSellingWorld } from "./selling-world.ts";
import { round } from "./statistics.ts";

const vendor = "mercado-livre";
const size = { listings: 10_000, orders: 5_000 };
const latencyMs = 25;

/**
 * A shop is connected on the vendor's page, and its first sync runs as it would anywhere: the queue, the workflow, the
 * database. No sync can be quicker than its calls, each as slow as the vendor, so many at once as one channel may make.
 */
export async function runFirstSync(buildDir: string, tempDir: string): Promise<Result[]> {
  await using world = await startSellingWorld(buildDir, tempDir);
  const { vendors } = world;
  await vendors.control("POST scale", { vendor, ...size });
  await vendors.control("POST faults", { vendor, kind: "latency", ms: latencyMs });
  const callsBefore = vendors.tally.calls;
  const startedAt = performance.now();
  const usedBeforeUs = childrenTimeUs();
  await world.connect(vendor);
  const { listings } = await untilSynced(world, vendor);
  const wallMs = performance.now() - startedAt;
  if ((listings?.here ?? 0) < size.listings) throw new Error(`only ${listings?.here} listings came`);
  const calls = vendors.tally.calls - callsBefore;
  const usedUs = childrenTimeUs();
  const floorMs = (calls * latencyMs) / callsAtOnce;
  return [
    { name: "first-sync/calls", value: calls, unit: "calls" },
    { name: "first-sync/calls-at-once", value: vendors.tally.atOnce, unit: "calls" },
    { name: "first-sync/limit", value: round(floorMs / 1_000, 1), unit: "s" },
    { name: "first-sync/wall", value: round(wallMs / 1_000, 1), unit: "s" },
    ...(usedUs === undefined || usedBeforeUs === undefined
      ? []
      : [{ name: "first-sync/processor", value: round((usedUs - usedBeforeUs) / 1_000_000, 1), unit: "s" }]),
    { name: "first-sync", value: round(wallMs / floorMs, 2), unit: "× limit" },
  ];
}
