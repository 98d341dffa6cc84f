import { eq } from "drizzle-orm";
import { z } from "zod";
import { channelGrants } from "#db/schema/channels.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { type AccountGrant, knownChannel } from "./connect-account.server.ts";
import { isVendor, type VendorId, vendors } from "./ports.ts";
import { channelIdSchema } from "./schemas.ts";
import { tokenSetSchema } from "./token-policy.ts";

type GrantRow = typeof channelGrants.$inferSelect;
export type GrantedShop = { accountRef: string; name: string; site: string; isConnected: boolean };

const offerSchema = z.array(
  z.object({
    account: z.object({ vendor: z.enum(vendors), accountRef: z.string(), site: z.string() }),
    name: z.string(),
    tokens: tokenSetSchema,
  }),
) satisfies z.ZodType<AccountGrant[]>;

/** The place an offer is sealed for. */
export function offerPlace(grantId: string): string {
  return `offer:${grantId}`;
}

/** The shops one consent covers, for the person and the browser session that gave it. */
export async function readGrantedShops(ctx: ServiceContext, input: { id: string }): Promise<{ vendor: VendorId; shops: GrantedShop[] }> {
  requirePermission(ctx, "channels:write");
  const { id } = parseInput(channelIdSchema, input);
  const { row, grants } = await openOffer(ctx, id);
  if (!isVendor(row.vendor)) throw new AppError("gone", "grantInvalid");
  const known = await Promise.all(grants.map(({ account }) => knownChannel(ctx, account)));
  const shops = grants.map(({ account, name }, index) => ({
    accountRef: account.accountRef,
    name,
    site: account.site,
    isConnected: known[index] !== undefined && known[index].state !== "disconnected",
  }));
  return { vendor: row.vendor, shops };
}

export async function openOffer(ctx: ServiceContext, id: string): Promise<{ row: GrantRow; grants: AccountGrant[] }> {
  const person = requirePerson(ctx);
  const row = await ctx.db.first(channelGrants, eq(channelGrants.id, id));
  const isOurs = row?.userId === person.userId && row.sessionHandle === person.sessionHandle;
  if (row === undefined || !isOurs || row.sealedOffer === null || row.expiresAt <= ctx.clock.now()) {
    throw new AppError("gone", "grantInvalid");
  }
  return { row, grants: offerSchema.parse(JSON.parse(await ctx.ports.sealer.open(row.sealedOffer, offerPlace(id)))) };
}
