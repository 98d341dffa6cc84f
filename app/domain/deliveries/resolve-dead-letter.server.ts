import { eq } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";

const inputSchema = byIdSchema.extend({ resolution: z.enum(["redrive", "dismiss"], "fieldInvalid") });

/** Sends a failed message through its queue again, or puts it aside for good. */
export async function resolveDeadLetter(ctx: ServiceContext, input: z.input<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "deliveries:write");
  const { id, resolution } = parseInput(inputSchema, input);
  const letter = await ctx.db.first(deadLetters, eq(deadLetters.id, id));
  if (letter === undefined) throw notFound("deadLetter");
  if (letter.resolvedAt !== null) throw new AppError("conflict", "changedMeanwhile");
  await mutate(ctx, {
    writes: [update(deadLetters, letter, { resolvedAt: ctx.clock.now(), resolution })],
    audit: {
      action: resolution === "redrive" ? "dead-letter.redriven" : "dead-letter.dismissed",
      subject: { type: "dead-letter", id, label: letter.queue },
      before: { reason: letter.reason },
    },
    events: resolution === "redrive" ? [{ type: "dead-letter.redriven", queue: letter.queue, body: letter.body }] : [],
  });
}
