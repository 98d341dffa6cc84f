import { mutate } from "#db/mutate.server.ts";
import { returns } from "#db/schema/returns.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { findReturn } from "./find-return.server.ts";
import { missingOf } from "./standing.ts";

/** All that came is where it belongs. What is still missing by then is not waited for any longer. */
export async function closeReturn(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, lines, steps, label } = await findReturn(ctx, id);
  if (row.state === "called-off" || row.state === "closed") throw new AppError("conflict", "returnOver");
  if (row.state !== "inspected" || steps.some(({ state }) => state === "asked")) throw new AppError("conflict", "returnNotInspected");
  const missing = lines.reduce((sum, line) => sum + missingOf(line, steps), 0);
  await mutate(ctx, {
    writes: [update(returns, row, { state: "closed", endedAt: ctx.clock.now() })],
    audit: { action: "return.closed", subject: { type: "return", id, label }, after: { missing } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
