import { mutate } from "#db/mutate.server.ts";
import { triggerDeliveries } from "#db/schema/triggers.ts";
import { insert } from "#db/writes.ts";
import type { ServiceContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Acting } from "./acting.ts";
import type { TriggerAction } from "../schemas.ts";
import { isAllowedTarget } from "../../outside-target.ts";
import { signatureOf } from "../webhook.ts";

/** One signed try. The receiver knows a repetition by the firing's id. */
export async function callWebhook(ctx: ServiceContext, acting: Acting, { url }: Extract<TriggerAction, { do: "webhook" }>) {
  const { trigger, row, firing } = acting;
  if (!isAllowedTarget(url, ctx.environment === "local")) throw new AppError("invalid", "urlNotPublic");
  if (row.sealedSecret === null) throw new AppError("conflict", "noSecret");
  const secret = await ctx.ports.sealer.open(row.sealedSecret, secretPlace(trigger.id));
  const startedAt = ctx.clock.now();
  const body = JSON.stringify(bodyOf(acting));
  const headers = {
    "content-type": "application/json",
    "entrepot-delivery": firing.id,
    "entrepot-signature": await signatureOf(secret, Math.floor(startedAt / 1000), body),
  };
  const { outcome, status, failure } = await ctx.ports.webhooks.send(ctx.workspaceId, { url, body, headers });
  const log = { triggerId: trigger.id, firingId: firing.id, url, at: startedAt, durationMs: ctx.clock.now() - startedAt, status, failure };
  await mutate(ctx, {
    writes: [insert(triggerDeliveries, { id: ctx.ids.next("dlv"), ...log })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "triggers" }],
  });
  if (outcome === "later") throw new AppError("unavailable", "webhookUnreachable");
  if (outcome === "refused") throw new AppError("conflict", "webhookRefused");
  return { detail: String(status ?? ""), id: null };
}

export function secretPlace(triggerId: string): string {
  return `trigger:${triggerId}`;
}

function bodyOf({ trigger, firing }: Acting) {
  return {
    id: firing.id,
    trigger: { id: trigger.id, name: trigger.name },
    event: firing.event,
    happenedAt: new Date(firing.happenedAt).toISOString(),
    subject: { type: firing.subjectType, id: firing.subjectId, label: firing.subjectLabel },
    facts: firing.facts,
  };
}
