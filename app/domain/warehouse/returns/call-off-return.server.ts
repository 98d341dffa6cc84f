import { mutate } from "#db/mutate.server.ts";
import { returns } from "#db/schema/returns.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { findReturn } from "./find-return.server.ts";

/** Nothing comes back after all. */
export async function callOffReturn(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, steps, label } = await findReturn(ctx, id);
  if (row.state === "called-off" || row.state === "closed") throw new AppError("conflict", "returnOver");
  if (steps.some(({ state }) => state !== "refused")) throw new AppError("conflict", "returnArrived");
  await mutate(ctx, {
    writes: [update(returns, row, { state: "called-off", endedAt: ctx.clock.now() })],
    audit: { action: "return.called-off", subject: { type: "return", id, label } },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
}
