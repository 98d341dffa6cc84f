import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { needsSecret, newSecret } from "./secret.server.ts";

/** Another secret for its webhooks, from the next call on; told once. */
export async function renewSecret(ctx: ServiceContext, input: { id: string }): Promise<{ secret: string | null }> {
  requirePermission(ctx, "triggers:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, trigger } = await findTrigger(ctx, id);
  if (!needsSecret(trigger)) throw new AppError("conflict", "noWebhook");
  const secret = await newSecret(ctx, id);
  await mutate(ctx, {
    writes: [update(triggers, row, { sealedSecret: secret.sealed, updatedAt: ctx.clock.now() })],
    audit: { action: "trigger.secret-renewed", subject: { type: "trigger", id, label: trigger.name } },
    events: [{ type: "data.changed", area: "triggers" }],
  });
  return { secret: secret.plain };
}
