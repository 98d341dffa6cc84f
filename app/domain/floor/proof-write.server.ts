import { floorPins } from "#db/schema/floor.ts";
import { insert, update, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";

type Known = typeof floorPins.$inferSelect | undefined;
type Proofs = { pinHash?: string | null; badgeHash?: string | null };

/** A person has one row of proofs, made with the first of them. */
export function proofWrite(ctx: ServiceContext, { userId, known }: { userId: string; known: Known }, proofs: Proofs): Write {
  if (known !== undefined) return update(floorPins, known, proofs);
  return insert(floorPins, {
    id: ctx.ids.next("pin"),
    userId,
    pinHash: proofs.pinHash ?? null,
    badgeHash: proofs.badgeHash ?? null,
    createdAt: ctx.clock.now(),
  });
}
