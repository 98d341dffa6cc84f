import type { DeliveryOutcome, Webhook } from "#app/integrations/simulator.ts";
import type { Delivery } from "./control-schemas.ts";
import { shuffle } from "./random.ts";

export type Delivered = { url: string; status: number; at: string };

export type WebhookTools = {
  fetch(request: Request): Promise<Response>;
  sleep(ms: number): Promise<void>;
  random(): number;
  nowMs(): number;
};

/** Sends what a vendor would send, as badly as the control call asks for: twice, in any order, late or never. */
export async function deliverWebhooks(webhooks: Webhook[], delivery: Delivery, tools: WebhookTools): Promise<Delivered[]> {
  if (delivery.drop === true) for (const webhook of webhooks) webhook.settled?.({ status: 0, body: "", durationMs: 0 });
  if (delivery.drop === true || webhooks.length === 0) return [];
  const repeated = delivery.duplicate === true ? webhooks.flatMap((webhook) => [webhook, webhook]) : webhooks;
  const ordered = delivery.shuffle === true ? shuffle(repeated, tools.random) : repeated;
  if (delivery.delayMs !== undefined) await tools.sleep(delivery.delayMs);
  const delivered: Delivered[] = [];
  for (const webhook of ordered) {
    const outcome = await send(webhook, tools);
    webhook.settled?.(outcome);
    delivered.push({ url: webhook.url, status: outcome.status, at: new Date(tools.nowMs()).toISOString() });
  }
  return delivered;
}

async function send(webhook: Webhook, tools: WebhookTools): Promise<DeliveryOutcome> {
  const sentMs = tools.nowMs();
  const answer = await answerTo(webhook, tools);
  return { ...answer, durationMs: tools.nowMs() - sentMs };
}

/** Status 0 says that nobody answered. */
async function answerTo(webhook: Webhook, tools: WebhookTools): Promise<{ status: number; body: string }> {
  try {
    const headers = { ...webhook.headers, ...(await webhook.sign?.()) };
    const answer = await tools.fetch(new Request(webhook.url, { method: "POST", headers, body: webhook.body, redirect: "manual" }));
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: "" };
  }
}
