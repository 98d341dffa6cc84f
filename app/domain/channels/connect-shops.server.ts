import { mutate } from "#db/mutate.server.ts";
import { channelGrants } from "#db/schema/channels.ts";
import { update } from "#db/writes.ts";
import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { connectAccount } from "./connect-account.server.ts";
import { openOffer } from "./granted-shops.server.ts";
import { connectShopsSchema } from "./schemas.ts";

export type ConnectedShops = { channelIds: string[]; elsewhere: string[] };

/**
 * Makes the chosen shops of one consent channels, each with tokens of its own. The offer is spent first: asked twice, it
 * connects once. A shop that feeds another workspace is named and keeps none of the others from it.
 */
export async function connectShops(ctx: ServiceContext, input: z.input<typeof connectShopsSchema>): Promise<ConnectedShops> {
  requirePermission(ctx, "channels:write");
  const { id, accountRefs } = parseInput(connectShopsSchema, input);
  const { row, grants } = await openOffer(ctx, id);
  const chosen = grants.filter(({ account }) => accountRefs.includes(account.accountRef));
  if (chosen.length === 0) throw new AppError("invalid", "checkFields", { fields: { accountRefs: "fieldInvalid" } });
  await mutate(ctx, { writes: [update(channelGrants, row, { sealedOffer: null })], audit: "personal" });
  const connected: ConnectedShops = { channelIds: [], elsewhere: [] };
  for (const grant of chosen) {
    try {
      connected.channelIds.push((await connectAccount(ctx, grant)).channelId);
    } catch (error) {
      if (!(error instanceof AppError) || error.reason !== "channelElsewhere") throw error;
      connected.elsewhere.push(grant.name);
    }
  }
  if (connected.channelIds.length === 0) throw new AppError("conflict", "channelElsewhere");
  return connected;
}
