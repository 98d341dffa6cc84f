import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { triggers } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { checkDefinition } from "./check-definition.ts";
import { findTrigger } from "./find-trigger.server.ts";
import { switchTriggerSchema } from "./schemas.ts";

/** On, from this moment's events on, and only after it was tried; or off. */
export async function switchTrigger(ctx: ServiceContext, input: z.input<typeof switchTriggerSchema>): Promise<void> {
  requirePermission(ctx, "triggers:write");
  const { id, state } = parseInput(switchTriggerSchema, input);
  const { row, trigger } = await findTrigger(ctx, id);
  if (trigger.state === state) return;
  const now = ctx.clock.now();
  if (state === "on") {
    if (trigger.testedAt === null) throw new AppError("conflict", "triggerUntested");
    // Whoever lets it act has to be allowed what it does, whoever made it.
    checkDefinition(trigger, { actor: ctx.actor, mayReachLocal: ctx.environment === "local" });
  }
  await mutate(ctx, {
    writes: [update(triggers, row, { state, onSince: state === "on" ? now : null, updatedAt: now })],
    audit: {
      action: state === "on" ? "trigger.switched-on" : "trigger.switched-off",
      subject: { type: "trigger", id, label: trigger.name },
    },
    events: [{ type: "data.changed", area: "triggers" }],
  });
}
