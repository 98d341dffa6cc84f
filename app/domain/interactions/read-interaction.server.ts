import { eq } from "drizzle-orm";
import { interactions } from "#db/schema/interactions.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type InteractionDetail, toDetail } from "./interaction-row.ts";

/** One interaction with the moments it is made of. */
export async function readInteraction(ctx: ServiceContext, input: { id: string }): Promise<InteractionDetail> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(interactions, eq(interactions.id, id));
  if (row === undefined) throw notFound("interaction");
  return toDetail(row);
}
