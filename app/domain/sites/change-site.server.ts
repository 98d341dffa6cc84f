import { mutate } from "#db/mutate.server.ts";
import { sites } from "#db/schema/sites.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkDomains } from "./check-domains.ts";
import { findSite } from "./find-site.server.ts";
import { changeSiteSchema } from "./schemas.ts";
import { type Site, toSite } from "./site-row.ts";

/** Changes what a site collects; pages that are open follow within a minute or two. */
export async function changeSite(ctx: ServiceContext, input: Untrusted<typeof changeSiteSchema>): Promise<Site> {
  requirePermission(ctx, "shoppers:write");
  const { id, version, ...asked } = parseInput(changeSiteSchema, input);
  checkDomains(asked);
  const row = await findSite(ctx, id);
  if (row.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const { before, after } = changedPart({ ...toSite(row) }, asked);
  if (Object.keys(after).length === 0) return toSite(row);
  const updatedAt = ctx.clock.now();
  await mutate(ctx, {
    writes: [update(sites, row, { ...asked, updatedAt })],
    audit: { action: "site.changed", subject: { type: "site", id, label: asked.name }, before, after },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return { ...toSite(row), ...asked, updatedAt, version: version + 1 };
}
