import { carryMessages } from "#app/domain/warehouse/carry-messages.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { SerialPlace, ZoneKey, ZoneTotals } from "#app/domain/warehouse/ports.ts";
import { type Asked, type Outside, RoomStopped, type SimulatedRoom } from "./room.ts";
import type { World } from "./world.ts";

class Unreachable extends Error {
  override name = "Unreachable";
}

/** That the other side stopped is no news to this one: it hears nothing. */
function reach<Answer>(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    throw error instanceof RoomStopped ? new Unreachable() : error;
  }
}

export type Mirror = Map<string, ZoneTotals & { seq: number }>;
/** By zone, SKU and serial number. */
export type Numbers = Map<string, SerialPlace & { seq: number }>;

/** The network between the rooms, and the database that hears of their totals: slow, lossy, and told things twice. */
export function createOutside(world: World, roomOf: (zoneId: string) => SimulatedRoom): Outside & { mirror: Mirror; numbers: Numbers } {
  const mirror: Mirror = new Map();
  const numbers: Numbers = new Map();
  const way = () => new Promise<void>((resolve) => world.after(5 + world.below(150), resolve));
  async function ask<Answer>(run: () => Answer): Promise<Answer> {
    await way();
    if (world.strikes("call-lost")) throw new Unreachable();
    const answer = reach(run);
    await way();
    if (world.strikes("answer-lost")) throw new Unreachable();
    return answer;
  }
  /** As app/domain/warehouse/project-zone.server.ts merges: what is older than what is known changes nothing. */
  function merge(zoneId: string, seq: number, totals: readonly ZoneTotals[]): void {
    for (const one of totals) {
      const key = `${zoneId}/${one.sku}`;
      if ((mirror.get(key)?.seq ?? 0) <= seq) mirror.set(key, { ...one, seq });
    }
  }
  function enter(zoneId: string, seq: number, places: readonly SerialPlace[]): void {
    for (const one of places) {
      const key = `${zoneId}/${one.sku}/${one.serial}`;
      if ((numbers.get(key)?.seq ?? 0) <= seq) numbers.set(key, { ...one, seq });
    }
  }
  const command = ({ zoneId }: ZoneKey, { envelope, actor }: Asked) => ask(() => roomOf(zoneId).command({ envelope, actor }));
  const services = {
    actor: { kind: "system", job: "floor-sim" },
    workspaceId: "wsp_sim",
    ids: { next: (prefix: string) => world.nextId(prefix) },
    logger: { warn: () => undefined },
    ports: { zoneRooms: { command } },
  } as unknown as ServiceContext;
  return {
    mirror,
    numbers,
    register: ({ zoneId, seq, places }) =>
      ask(() => {
        enter(zoneId, seq, places);
        if (world.strikes("told-late-again")) world.after(world.below(20_000), () => enter(zoneId, seq, places));
      }),
    project: ({ zoneId, seq, totals }) =>
      ask(() => {
        merge(zoneId, seq, totals);
        if (world.strikes("told-late-again")) world.after(world.below(20_000), () => merge(zoneId, seq, totals));
      }),
    carry: (zoneId, messages) => carryMessages(services, { zoneId, messages }),
  };
}
