import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { binsOfPattern } from "./bin-pattern.ts";
import { putBins } from "./put-bins.server.ts";
import { findZone } from "./read-zone.server.ts";
import { layOutSchema } from "./schemas.ts";

const spacing = { aisleM: 3, bayM: 1.2, levelM: 0.5 };

type LayOutInput = Omit<z.input<typeof layOutSchema>, "kind"> & { kind: string };

/** Makes the bins of a zone by a rule. One that is there already is changed, never doubled: its code is its name. */
export async function layOutBins(ctx: ServiceContext, input: LayOutInput): Promise<{ bins: number }> {
  requirePermission(ctx, "warehouse:write");
  const { zoneId, commandId, aisles, bays, levels, kind, capacityUnits, format } = parseInput(layOutSchema, input);
  const zone = await findZone(ctx, zoneId);
  const upTo = (to: number) => ({ from: 1, to });
  const made = binsOfPattern({
    zone: zone.code.replaceAll("-", ""),
    aisles: upTo(aisles),
    bays: upTo(bays),
    levels: upTo(levels),
    format,
    kind,
    spacing,
    serpentine: true,
    capacity: { units: capacityUnits },
  });
  if (!made.ok) throw new AppError("invalid", "checkFields", { fields: made.fields });
  await putBins(ctx, zoneId, commandId, made.bins);
  return { bins: made.bins.length };
}
