import type { ServiceContext } from "../../context.ts";
import { askFloor } from "../fulfil/ask-floor.server.ts";
import { frugalClock } from "../solvers/frugal-clock.ts";
import { walkPast, zoneFloorOf } from "./zone-floor.ts";

/** As many walks as one command takes. */
const walksAtOnce = 200;

/** Gives the picks of batches the order in which they are walked. Asked again it says the same again. */
export async function arrangeWalks(ctx: ServiceContext, zoneId: string, batches: ReadonlySet<string>): Promise<void> {
  const { part } = await ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId });
  const bins = new Map(part.bins.map(({ lines: _lines, ...bin }) => [bin.id, bin]));
  const floor = zoneFloorOf([...bins.values()]);
  const picks = part.tasks.filter(({ kind, batch }) => kind === "pick" && batch !== null && batches.has(batch));
  const clock = frugalClock();
  const walks = [...Map.groupBy(picks, ({ batch }) => batch).values()].map((own) => {
    const stops = own.flatMap(({ fromBin }) => bins.get(fromBin ?? "") ?? []);
    if (stops.length < own.length) return own.map(({ id }) => id);
    return walkPast(stops, floor, clock).order.flatMap((at) => own[at]?.id ?? []);
  });
  for (let start = 0; start < walks.length; start += walksAtOnce) {
    await askFloor(ctx, zoneId, { type: "arrange-picks", walks: walks.slice(start, start + walksAtOnce) });
  }
}
