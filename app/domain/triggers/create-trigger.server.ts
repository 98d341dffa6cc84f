import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkDefinition } from "./check-definition.ts";
import { createTriggerSchema } from "./schemas.ts";
import { type Secret, newSecret, needsSecret, noSecret } from "./secret.server.ts";

const mostTriggers = 100;

/** Makes a trigger that is off: it is tried on past events before somebody switches it on. */
export async function createTrigger(
  ctx: ServiceContext,
  input: Untrusted<typeof createTriggerSchema>,
): Promise<{ id: string; secret: string | null }> {
  requirePermission(ctx, "triggers:write");
  const asked = checkDefinition(parseInput(createTriggerSchema, input), {
    actor: ctx.actor,
    mayReachLocal: ctx.environment === "local",
    locale: ctx.locale,
  });
  if ((await ctx.db.count(triggers)) >= mostTriggers) throw new AppError("conflict", "tooManyTriggers");
  const id = ctx.ids.next("trg");
  const secret: Secret = needsSecret(asked) ? await newSecret(ctx, id) : noSecret;
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      insert(triggers, {
        id,
        ...asked,
        state: "off",
        sealedSecret: secret.sealed,
        testedAt: null,
        onSince: null,
        createdBy: ctx.stamp.label,
        createdAt: now,
        updatedAt: now,
      }),
    ],
    audit: { action: "trigger.created", subject: { type: "trigger", id, label: asked.name }, after: { event: asked.event } },
    events: [{ type: "data.changed", area: "triggers" }],
  });
  return { id, secret: secret.plain };
}
