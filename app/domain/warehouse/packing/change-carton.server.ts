import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { cartons } from "#db/schema/packing.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, notFound, parseInput } from "../../errors.ts";
import { changedPart } from "../../changed-part.ts";
import { refusingSameNames } from "./carton-names.server.ts";
import { changeCartonSchema } from "./schemas.ts";

/** Other measures, another price, or whether it is offered at all. Parcels that were packed in it stay as they were. */
export async function changeCarton(
  ctx: ServiceContext,
  input: z.input<typeof changeCartonSchema>,
): Promise<{ id: string; version: number }> {
  requirePermission(ctx, "warehouse:write");
  const { id, version, isActive, ...values } = parseInput(changeCartonSchema, input);
  const carton = await ctx.db.first(cartons, eq(cartons.id, id));
  if (carton === undefined) throw notFound("carton");
  if (carton.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const now = ctx.clock.now();
  const retiredAt = isActive === undefined ? carton.retiredAt : isActive ? null : (carton.retiredAt ?? now);
  const wasActive = carton.retiredAt === null;
  const action = (retiredAt === null) === wasActive ? "carton.changed" : wasActive ? "carton.retired" : "carton.restored";
  const { before, after } = changedPart(carton, { ...values, retiredAt });
  if (Object.keys(after).length === 0) return { id, version };
  await refusingSameNames(
    mutate(ctx, {
      writes: [update(cartons, carton, after)],
      audit: {
        action,
        subject: { type: "carton", id, label: values.name ?? carton.name },
        before,
        after,
      },
      events: [{ type: "data.changed", area: "warehouse" }],
    }),
  );
  return { id, version: version + 1 };
}
