import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkDefinition } from "./check-definition.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { changeTriggerSchema } from "./schemas.ts";
import { needsSecret, newSecret, noSecret } from "./secret.server.ts";

/** Another name stays on; whatever else is changed goes off until it was tried again. */
export async function changeTrigger(
  ctx: ServiceContext,
  input: Untrusted<typeof changeTriggerSchema>,
): Promise<{ id: string; secret: string | null }> {
  requirePermission(ctx, "triggers:write");
  const { id, ...wanted } = parseInput(changeTriggerSchema, input);
  const { row, trigger } = await findTrigger(ctx, id);
  const asked = checkDefinition(wanted, { actor: ctx.actor, mayReachLocal: ctx.environment === "local", locale: ctx.locale });
  const { event, schedule, conditions, repeats, actions, mostPerHour } = trigger;
  const { before, after } = changedPart({ name: trigger.name, event, schedule, conditions, repeats, actions, mostPerHour }, asked);
  if (Object.keys(after).length === 0) return { id, secret: null };
  const isOther = Object.keys(after).some((name) => name !== "name" && name !== "mostPerHour");
  const secret = needsSecret(asked) && row.sealedSecret === null ? await newSecret(ctx, id) : noSecret;
  await mutate(ctx, {
    writes: [
      update(triggers, row, {
        ...asked,
        ...(isOther ? { state: "off", testedAt: null, onSince: null } : {}),
        ...(secret.sealed === null ? {} : { sealedSecret: secret.sealed }),
        updatedAt: ctx.clock.now(),
      }),
    ],
    audit: { action: "trigger.changed", subject: { type: "trigger", id, label: asked.name }, before, after },
    events: [{ type: "data.changed", area: "triggers" }],
  });
  return { id, secret: secret.plain };
}
