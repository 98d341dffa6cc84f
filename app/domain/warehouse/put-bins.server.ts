import type { ServiceContext } from "../context.ts";
import { askZone } from "./ask-zone.server.ts";
import type { BinPlan } from "./bin.ts";

const binsPerCommand = 500;

/** Bins of any number, in commands of some hundred. One that is there already is changed, never doubled: its code is its name. */
export async function putBins(ctx: ServiceContext, zoneId: string, commandId: string, plans: readonly BinPlan[]): Promise<void> {
  for (let start = 0; start < plans.length; start += binsPerCommand) {
    const bins = plans.slice(start, start + binsPerCommand).map(toBin);
    await askZone(ctx, zoneId, { id: `${commandId}.${start}`, command: { type: "put-bins", bins } });
  }
}

function toBin({ code, kind, aisle, xMm, yMm, capacityUnits, pickRank }: BinPlan) {
  return { id: code, code, kind, aisle: aisle ?? "", xMm, yMm, capacityUnits, rank: pickRank, isBlocked: false };
}
