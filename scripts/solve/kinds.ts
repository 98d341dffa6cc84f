import type * as z from "zod/mini";
import { solveBatch } from "#app/domain/warehouse/solvers/batching/solve-batch.ts";
import { solveForecast } from "#app/domain/warehouse/solvers/forecasting/solve-forecast.ts";
import { solvePack } from "#app/domain/warehouse/solvers/packing/solve-pack.ts";
import { batchSchema, forecastSchema, packSchema, routeSchema, slotSchema } from "#app/domain/warehouse/solvers/problem-schemas.ts";
import { solveRoute } from "#app/domain/warehouse/solvers/routing/solve-route.ts";
import { solveSlot } from "#app/domain/warehouse/solvers/slotting/solve-slot.ts";
import type { Now } from "#app/domain/warehouse/solvers/time-limit.ts";
import { MalformedInput, type ReadProblem } from "./read-problems.ts";

/** Reads a problem and gives back what solves it; a malformed one is refused before anything is solved. */
export type Kind = (read: ReadProblem) => () => unknown;

const now: Now = () => performance.now();

function kind<Problem>(schema: z.ZodMiniType<Problem>, solve: (problem: Problem, now: Now) => unknown): Kind {
  return ({ line, value }) => {
    const result = schema.safeParse(value);
    if (!result.success) throw new MalformedInput(line, describe(result.error.issues));
    return () => solve(result.data, now);
  };
}

/** The first thing that is wrong, by the path of its field. */
function describe(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues;
  if (issue === undefined) return "is malformed";
  const path = issue.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return path === "" ? issue.message : `${path.replace(/^\./, "")}: ${issue.message}`;
}

export const kinds: Readonly<Record<string, Kind>> = {
  route: kind(routeSchema, solveRoute),
  batch: kind(batchSchema, solveBatch),
  slot: kind(slotSchema, solveSlot),
  pack: kind(packSchema, solvePack),
  forecast: kind(forecastSchema, solveForecast),
};
