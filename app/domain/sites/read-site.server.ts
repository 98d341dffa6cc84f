import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findSite } from "./find-site.server.ts";
import { type Site, toSite } from "./site-row.ts";

export async function readSite(ctx: ServiceContext, input: { id: string }): Promise<Site> {
  requirePermission(ctx, "shoppers:read");
  const { id } = parseInput(byIdSchema, input);
  return toSite(await findSite(ctx, id));
}
