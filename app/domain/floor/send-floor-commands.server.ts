import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { users } from "#db/schema/accounts.ts";
import { floorShifts } from "#db/schema/floor.ts";
import { zones } from "#db/schema/warehouse.ts";
import { isRole } from "../accounts/permissions.ts";
import { type Actor, actorAllows, actorStamp, type DevicePerson } from "../actor.ts";
import { requireDevice, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { commandZone } from "../warehouse/command-zone.server.ts";
import type { Reply } from "../warehouse/ledger/reply.ts";
import { proofOf } from "./authenticate-device.server.ts";
import { isKeptCommand, shiftHoldsMs } from "./policy.ts";
import { sendFloorCommandsSchema } from "./schemas.ts";

export type FloorReply = { id: string; kind: Reply["kind"]; reason: string | null; isDuplicate: boolean; facts: Record<string, unknown> };
type Entry = z.output<typeof sendFloorCommandsSchema>["entries"][number];
type TabletActor = Extract<Actor, { kind: "device" }>;

/**
 * What a tablet has to tell a zone, in the order it was done, each for the person whose shift it was done in. Every entry
 * gets its own answer: sent again it is told the same, and one that is refused holds nothing up.
 */
export async function sendFloorCommands(ctx: ServiceContext, input: z.input<typeof sendFloorCommandsSchema>): Promise<FloorReply[]> {
  const device = requireDevice(ctx);
  const { zoneId, entries } = parseInput(sendFloorCommandsSchema, input);
  const here = and(eq(zones.id, zoneId), eq(zones.warehouseId, device.warehouseId));
  const [zone, people] = await Promise.all([ctx.db.first(zones, here), peopleOf(ctx, device, entries)]);
  if (zone === undefined) throw notFound("zone");
  const replies: FloorReply[] = [];
  for (const entry of entries) replies.push(await sendOne(ctx, device, { zoneId, entry, person: people.get(entry.shiftId) }));
  return replies;
}

type One = { zoneId: string; entry: Entry; person: DevicePerson | undefined };

async function sendOne(ctx: ServiceContext, device: TabletActor, { zoneId, entry, person }: One): Promise<FloorReply> {
  const { id, command } = entry.envelope;
  const refused = (reason: string): FloorReply => ({ id, kind: "rejected", reason, isDuplicate: false, facts: {} });
  const isNow = device.person?.shiftId === entry.shiftId;
  if (person === undefined || (!isNow && !isKeptCommand(command.type))) return refused("shiftOver");
  const actor: TabletActor = { ...device, person };
  if (!actorAllows(actor, "floor:work")) return refused("forbidden");
  const { reply, isDuplicate } = await commandZone({ ...ctx, actor, stamp: actorStamp(actor) }, { zoneId, envelope: entry.envelope });
  if (reply.kind !== "applied") return { id, kind: reply.kind, reason: reply.reason, isDuplicate, facts: reply.facts };
  // How far a blind count was off would tell what the books said.
  return { id, kind: "applied", reason: null, isDuplicate, facts: command.type === "count" ? {} : reply.result };
}

/** Who did it, with the role they have now. A shift of another tablet, or one too long ago, is nobody's. */
async function peopleOf(ctx: ServiceContext, device: TabletActor, entries: readonly Entry[]): Promise<Map<string, DevicePerson>> {
  const ids = [...new Set(entries.map(({ shiftId }) => shiftId))];
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ shift: floorShifts, user: users })
      .from(floorShifts)
      .innerJoin(users, and(eq(users.id, floorShifts.userId), scope(users)))
      .where(and(scope(floorShifts), inArray(floorShifts.id, ids), eq(floorShifts.deviceId, device.deviceId))),
  );
  const now = ctx.clock.now();
  return new Map(
    rows.flatMap(({ shift, user }): [string, DevicePerson][] => {
      if (!isRole(user.role) || now - shift.startedAt > shiftHoldsMs) return [];
      return [[shift.id, { userId: user.id, name: user.name, role: user.role, proof: proofOf(shift), shiftId: shift.id }]];
    }),
  );
}
