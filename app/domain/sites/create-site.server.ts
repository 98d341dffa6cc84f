import { mutate } from "#db/mutate.server.ts";
import { sites } from "#db/schema/sites.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkDomains } from "./check-domains.ts";
import { publicKeyOf } from "./public-key.ts";
import { createSiteSchema } from "./schemas.ts";

const mostSites = 50;

/** Makes a site with a public key of its own; it collects from its first batch on. */
export async function createSite(
  ctx: ServiceContext,
  input: Untrusted<typeof createSiteSchema>,
): Promise<{ id: string; publicKey: string }> {
  requirePermission(ctx, "shoppers:write");
  const asked = parseInput(createSiteSchema, input);
  checkDomains(asked);
  if ((await ctx.db.count(sites)) >= mostSites) throw new AppError("conflict", "tooManySites");
  const id = ctx.ids.next("sit");
  const publicKey = publicKeyOf(ctx.ids.token());
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      insert(sites, { id, ...asked, publicKey, isEnabled: true, firstEventAt: null, lastEventAt: null, createdAt: now, updatedAt: now }),
    ],
    audit: {
      action: "site.created",
      subject: { type: "site", id, label: asked.name },
      after: { kind: asked.kind, domains: asked.domains },
    },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return { id, publicKey };
}
