import { setTimeout as delay } from "node:timers/promises";
import type { VendorId } from "#app/domain/channels/ports.ts";
import type { SellingWorld } from "./selling-world.ts";

type Sides = Record<string, { here: number; there: number | null }>;
type Run = { state: string; problems: string; reconciliation: string | null };

const limitMs = 170_000;

/** Waits for a vendor's first sync to end, whole: a quick one that leaves something out would be no result. */
export async function untilSynced({ query }: SellingWorld, vendor: VendorId): Promise<Sides> {
  const until = performance.now() + limitMs;
  for (; performance.now() < until; await delay(200)) {
    const [run] = await query<Run>(
      `select state, problems, reconciliation from sync_runs
       where kind = 'first' and channel_id in (select id from channels where vendor = ?)`,
      vendor,
    );
    if (run?.state === "failed") throw new Error(`the first sync failed: ${run.problems}`);
    if (run?.state === "done") return whole(JSON.parse(run.reconciliation ?? "{}") as Sides);
  }
  throw new Error(`the first sync took longer than ${limitMs / 1_000} s`);
}

function whole(sides: Sides): Sides {
  const apart = Object.values(sides).filter(({ here, there }) => there !== null && here !== there);
  if (apart.length > 0) throw new Error(`the first sync is not whole: ${JSON.stringify(sides)}`);
  return sides;
}
