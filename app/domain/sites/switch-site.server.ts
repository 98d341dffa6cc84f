import { mutate } from "#db/mutate.server.ts";
import { sites } from "#db/schema/sites.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findSite } from "./find-site.server.ts";
import { switchSiteSchema } from "./schemas.ts";

/** A site that is paused takes nothing more; what it has collected stays. */
export async function switchSite(ctx: ServiceContext, input: Untrusted<typeof switchSiteSchema>): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const { id, isEnabled } = parseInput(switchSiteSchema, input);
  const row = await findSite(ctx, id);
  if (row.isEnabled === isEnabled) return;
  await mutate(ctx, {
    writes: [update(sites, row, { isEnabled, updatedAt: ctx.clock.now() })],
    audit: { action: isEnabled ? "site.resumed" : "site.paused", subject: { type: "site", id, label: row.name } },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
}
