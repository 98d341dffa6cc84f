import { isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { cartons } from "#db/schema/packing.ts";
import { insert } from "#db/writes.ts";
import { readWorkspace } from "../../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { usualCartons } from "./usual-cartons.ts";

/** Those sizes of the usual ones that are not there under the same name. */
export async function addUsualCartons(ctx: ServiceContext): Promise<{ added: number }> {
  requirePermission(ctx, "warehouse:write");
  const own = await ctx.db.all(cartons, { where: isNull(cartons.retiredAt) });
  const known = new Set(own.map(({ name }) => name));
  const missing = usualCartons.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return { added: 0 };
  const { currency } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "packing" } });
  const createdAt = ctx.clock.now();
  const rows = missing.map((carton) => ({ id: ctx.ids.next("ctn"), ...carton, costCents: null, currency, retiredAt: null, createdAt }));
  await mutate(ctx, {
    writes: [insert(cartons, ...rows)],
    audit: {
      action: "carton.usual-added",
      subject: { type: "carton", id: rows[0]?.id ?? "", label: String(rows.length) },
      after: { names: rows.map(({ name }) => name) },
    },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { added: rows.length };
}
