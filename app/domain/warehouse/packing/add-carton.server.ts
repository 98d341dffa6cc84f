import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { cartons } from "#db/schema/packing.ts";
import { insert } from "#db/writes.ts";
import { readWorkspace } from "../../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { refusingSameNames } from "./carton-names.server.ts";
import { addCartonSchema } from "./schemas.ts";

/** One more kind of box that orders may be packed into. */
export async function addCarton(ctx: ServiceContext, input: z.input<typeof addCartonSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "warehouse:write");
  const values = parseInput(addCartonSchema, input);
  const { currency } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "packing" } });
  const id = ctx.ids.next("ctn");
  await refusingSameNames(
    mutate(ctx, {
      writes: [insert(cartons, { id, ...values, currency, retiredAt: null, createdAt: ctx.clock.now() })],
      audit: { action: "carton.added", subject: { type: "carton", id, label: values.name }, after: values },
      events: [{ type: "data.changed", area: "warehouse" }],
    }),
  );
  return { id };
}
