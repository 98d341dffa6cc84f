import { mutate } from "#db/mutate.server.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { findFulfilment } from "./pack-order.server.ts";
import { asksForReleases } from "./events.ts";

/** What kept an order from going on is mended: zones are asked again. */
export async function retryRelease(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  const { fulfilment, label } = await findFulfilment(ctx, id);
  const { state, problem } = fulfilment;
  if (problem === null || (state !== "releasing" && state !== "picking")) throw new AppError("conflict", "nothingToRetry");
  await mutate(ctx, {
    writes: [update(fulfilments, fulfilment, { state: "releasing", problem: null })],
    audit: { action: "order.release-retried", subject: { type: "fulfilment", id, label }, before: { problem } },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksForReleases(ctx.workspaceId),
  });
}
