import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { floorDevices } from "#db/schema/floor.ts";
import { update } from "#db/writes.ts";
import { takeOne } from "../accounts/limits.server.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { pairPerAddress } from "./policy.ts";
import { pairDeviceSchema } from "./schemas.ts";

/** Spends a pairing code: this browser is that tablet from now on. Its key is answered once and stored as a hash only. */
export async function pairDevice(visitor: VisitorContext, input: z.input<typeof pairDeviceSchema>): Promise<{ key: string }> {
  const { code } = parseInput(pairDeviceSchema, input);
  await takeOne(visitor, visitor.origin.ipAddress, pairPerAddress);
  const [device] = await visitor.orm
    .select()
    .from(floorDevices)
    .where(eq(floorDevices.pairingHash, await sha256Hex(code)));
  const now = visitor.clock.now();
  if (device === undefined || device.revokedAt !== null || device.pairingExpiresAt <= now) {
    visitor.logger.warn({ event: "auth.refused", method: "pairing", reason: "code-invalid" });
    throw new AppError("invalid", "pairingInvalid", { fields: { code: "pairingInvalid" } });
  }
  await visitor.ports.rateLimiter.refund(visitor.origin.ipAddress, pairPerAddress);
  const { id, name, warehouseId, workspaceId } = device;
  const key = visitor.ids.token();
  const ctx = visitor.enter(workspaceId, { kind: "device", deviceId: id, name, warehouseId, person: null });
  await mutate(ctx, {
    // Two tablets at once: the second finds a newer version and its whole batch is refused.
    writes: [update(floorDevices, device, { keyHash: await sha256Hex(key), pairingHash: null, pairedAt: now, lastSeenAt: now })],
    audit: { action: "device.paired", subject: { type: "device", id, label: name } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { key };
}
