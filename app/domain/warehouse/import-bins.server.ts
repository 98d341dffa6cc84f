import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type BinProblem, readBinCsv } from "./bin-csv.ts";
import { putBins } from "./put-bins.server.ts";
import { findZone } from "./read-zone.server.ts";
import { importBinsSchema } from "./schemas.ts";

export type ImportedBins = { bins: number; problems: BinProblem[] };

const shownProblems = 200;

/** Bins of a spreadsheet: all of them, or none and what is wrong with which line; the good ones alone when asked for. */
export async function importBins(ctx: ServiceContext, input: z.input<typeof importBinsSchema>): Promise<ImportedBins> {
  requirePermission(ctx, "warehouse:write");
  const { zoneId, commandId, csv, skipsBad } = parseInput(importBinsSchema, input);
  await findZone(ctx, zoneId);
  const { bins, problems } = readBinCsv(csv);
  const shown = problems.slice(0, shownProblems);
  if (bins.length === 0 || (problems.length > 0 && !skipsBad)) return { bins: 0, problems: shown };
  await putBins(ctx, zoneId, commandId, bins);
  return { bins: bins.length, problems: shown };
}
