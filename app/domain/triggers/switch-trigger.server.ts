import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkDefinition } from "./check-definition.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { switchTriggerSchema } from "./schemas.ts";

/** On, from this moment's events on, and only after it was tried; or off. */
export async function switchTrigger(ctx: ServiceContext, input: Untrusted<typeof switchTriggerSchema>): Promise<void> {
  requirePermission(ctx, "triggers:write");
  const { id, isOn } = parseInput(switchTriggerSchema, input);
  const state = isOn ? "on" : "off";
  const { row, trigger } = await findTrigger(ctx, id);
  if (trigger.state === state) return;
  const now = ctx.clock.now();
  if (isOn) {
    if (trigger.testedAt === null) throw new AppError("conflict", "triggerUntested");
    // Whoever lets it act has to be allowed what it does, whoever made it.
    checkDefinition(trigger, { actor: ctx.actor, mayReachLocal: ctx.environment === "local", locale: ctx.locale });
  }
  await mutate(ctx, {
    writes: [update(triggers, row, { state, onSince: isOn ? now : null, updatedAt: now })],
    audit: {
      action: isOn ? "trigger.switched-on" : "trigger.switched-off",
      subject: { type: "trigger", id, label: trigger.name },
    },
    events: [{ type: "data.changed", area: "triggers" }],
  });
}
