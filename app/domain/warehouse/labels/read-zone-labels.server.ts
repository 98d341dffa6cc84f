import type { z } from "zod";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { readZone, type ZoneDetail } from "../read-zone.server.ts";
import { type LabelFile, labelFile, optionsOf } from "./label-file.ts";
import { labelSet, type LabelSet } from "./label-set.ts";
import { binLabel, plateLabel } from "./own-labels.ts";
import { newRun, platesOfRun } from "./plate-run.ts";
import { zoneLabelsSchema } from "./schemas.ts";
import { binsInOrder, platesIn } from "./zone-things.ts";

type Wanted = z.output<typeof zoneLabelsSchema>;

/** Labels of a zone's bins, of the plates that are in it, or of plates that it is still to get. */
export async function readZoneLabels(ctx: ServiceContext, input: z.input<typeof zoneLabelsSchema>): Promise<LabelFile> {
  requirePermission(ctx, "warehouse:read");
  const wanted = parseInput(zoneLabelsSchema, input);
  const zone = await readZone(ctx, { id: wanted.id });
  const run = wanted.run ?? newRun(await sha256Hex(ctx.ids.token()));
  return labelFile(`${zone.warehouse.code}-${zone.code}-${wanted.of}`, setOf(zone, wanted, run), wanted);
}

function setOf(zone: ZoneDetail, wanted: Wanted, run: string): LabelSet {
  const options = optionsOf(wanted);
  const { of, symbology } = wanted;
  if (of === "bins") {
    const bins = chosenBins(zone, wanted);
    if (bins.length === 0) throw new AppError("invalid", "checkFields", { fields: { bins: "nothingToPrint" } });
    return labelSet(bins, options, (setup, { code }) => binLabel(setup, { code, note: zone.name, symbology }));
  }
  const plates = of === "plates" ? platesIn(zone.part.bins) : platesOfRun(run, wanted.count);
  if (plates.length === 0) throw new AppError("invalid", "checkFields", { fields: { of: "nothingToPrint" } });
  return labelSet(plates, options, (setup, plate) => plateLabel(setup, { plate, symbology }));
}

/** A code that the zone does not have is refused: a label nobody asked for is worse than none. */
function chosenBins({ part }: ZoneDetail, { aisle, bins }: Wanted) {
  const all = binsInOrder(part.bins);
  const inAisle = aisle === undefined ? all : all.filter((bin) => bin.aisle === aisle);
  if (bins === undefined) return inAisle;
  const codes = new Set(bins.split(",").map((code) => code.trim()));
  const found = inAisle.filter(({ code }) => codes.has(code));
  if (found.length < codes.size) throw new AppError("invalid", "checkFields", { fields: { bins: "binUnknown" } });
  return found;
}
