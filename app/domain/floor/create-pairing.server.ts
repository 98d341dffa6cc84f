import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { floorDevices } from "#db/schema/floor.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { codeOf, pairingLength, pairingLivesMs } from "./policy.ts";
import { createPairingSchema } from "./schemas.ts";

export type Pairing = { id: string; code: string; expiresAt: number };

/** A place for a tablet, and the code that one tablet takes it with. The code is answered once and stored as a hash only. */
export async function createPairing(ctx: ServiceContext, input: z.input<typeof createPairingSchema>): Promise<Pairing> {
  requirePermission(ctx, "warehouse:write");
  const { warehouseId, name } = parseInput(createPairingSchema, input);
  const warehouse = await ctx.db.first(warehouses, eq(warehouses.id, warehouseId));
  if (warehouse === undefined) throw notFound("warehouse");
  const now = ctx.clock.now();
  const id = ctx.ids.next("dev");
  const code = codeOf(await sha256Hex(ctx.ids.token()), pairingLength);
  const expiresAt = now + pairingLivesMs;
  await mutate(ctx, {
    writes: [
      insert(floorDevices, {
        id,
        warehouseId,
        name,
        keyHash: null,
        pairingHash: await sha256Hex(code),
        pairingExpiresAt: expiresAt,
        pairedAt: null,
        createdByUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        createdAt: now,
        lastSeenAt: null,
        revokedAt: null,
      }),
    ],
    audit: { action: "device.created", subject: { type: "device", id, label: name }, after: { warehouse: warehouse.code } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { id, code, expiresAt };
}
