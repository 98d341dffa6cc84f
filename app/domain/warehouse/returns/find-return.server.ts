import { asc, eq } from "drizzle-orm";
import { returnLines, returns, returnSteps } from "#db/schema/returns.ts";
import type { ServiceContext } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isReturnState, toStep } from "./return-rows.ts";

/** With its lines and all that was ever asked of zones for it. */
export async function findReturn(ctx: ServiceContext, id: string) {
  const [row, lines, rows] = await Promise.all([
    ctx.db.first(returns, eq(returns.id, id)),
    ctx.db.all(returnLines, { where: eq(returnLines.returnId, id), orderBy: asc(returnLines.id) }),
    ctx.db.all(returnSteps, { where: eq(returnSteps.returnId, id), orderBy: asc(returnSteps.id) }),
  ]);
  if (row === undefined || !isReturnState(row.state)) throw notFound("return");
  return { row: { ...row, state: row.state }, lines, rows, steps: rows.flatMap(toStep), label: labelOf(row) };
}

/** As people call it. */
export function labelOf({ number }: { number: number }): string {
  return `R-${number}`;
}
