import { setTimeout as delay } from "node:timers/promises";
import type { VendorId } from "#app/domain/channels/ports.ts";
import type { SellingWorld } from "./selling-world.ts";

const handledWithinMs = 60_000;

type Notices = { stored: number; waiting: number };

export async function noticesOf({ query }: SellingWorld, vendor: VendorId): Promise<Notices> {
  const [row] = await query<Notices>(
    `select count(*) as stored, coalesce(sum(handled_at is null), 0) as waiting from channel_notices
     where channel_id in (select id from channels where vendor = ?)`,
    vendor,
  );
  return row ?? { stored: 0, waiting: 0 };
}

export async function untilHandled(world: SellingWorld, vendor: VendorId): Promise<void> {
  const until = performance.now() + handledWithinMs;
  for (; ; await delay(200)) {
    const { waiting } = await noticesOf(world, vendor);
    if (waiting === 0) return;
    if (performance.now() > until) throw new Error(`${waiting} notices of ${vendor} were not read again within a minute`);
  }
}
