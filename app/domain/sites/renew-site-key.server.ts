import { mutate } from "#db/mutate.server.ts";
import { sites } from "#db/schema/sites.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findSite } from "./find-site.server.ts";
import { publicKeyOf } from "./public-key.ts";

/** Another public key: pages with the old one are no longer heard after a minute. */
export async function renewSiteKey(ctx: ServiceContext, input: { id: string }): Promise<{ publicKey: string }> {
  requirePermission(ctx, "shoppers:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await findSite(ctx, id);
  const publicKey = publicKeyOf(ctx.ids.token());
  await mutate(ctx, {
    writes: [update(sites, row, { publicKey, updatedAt: ctx.clock.now() })],
    audit: {
      action: "site.key-renewed",
      subject: { type: "site", id, label: row.name },
      before: { publicKey: row.publicKey },
      after: { publicKey },
    },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
  return { publicKey };
}
