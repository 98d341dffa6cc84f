import { env } from "cloudflare:workers";
import { finishConnection } from "#app/domain/channels/finish-connection.server.ts";
import { failSync, finishSync } from "#app/domain/channels/end-sync.server.ts";
import { planSync } from "#app/domain/channels/plan-sync.server.ts";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { startConnection } from "#app/domain/channels/start-connection.server.ts";
import { syncAccount } from "#app/domain/channels/sync-account.server.ts";
import { syncListings } from "#app/domain/channels/sync-listings.server.ts";
import { syncOrders } from "#app/domain/channels/sync-orders.server.ts";
import type { StepInput, StepResult } from "#app/domain/channels/sync-step.server.ts";
import { syncQuestions, syncReviews } from "#app/domain/channels/sync-talk.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Stage } from "./stage.ts";

const demoAccounts: Record<VendorId, string> = { "mercado-livre": "200300", shopee: "shop:2000002" };

/** What the marketplace sends the browser back with, after a decision on its page. */
export async function decide(stage: Stage, url: string, decision: "allow" | "deny", account: string): Promise<string> {
  const body = new URLSearchParams({ decision, account, days: "365" });
  const answer = await stage.marketplaces.browse(new Request(url, { method: "POST", body }));
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`the vendor's page sent nobody back: ${answer.status}`);
  return new URL(location).search;
}

/** Connects a shop as a seller does: through the vendor's page and back. */
export async function connectShop(
  stage: Stage,
  ctx: ServiceContext,
  vendor: VendorId,
  account = demoAccounts[vendor],
): Promise<{ channelId: string; runId: string }> {
  const { url } = await startConnection(ctx, { vendor });
  const finished = await finishConnection(ctx, { vendor, query: await decide(stage, url, "allow", account) });
  if (finished.kind !== "connected") throw new Error("the consent covers several shops");
  const { channelId } = finished;
  const started = stage.committed.findLast(({ event }) => event.type === "sync.requested");
  if (started?.event.type !== "sync.requested") throw new Error("no sync was requested");
  return { channelId, runId: started.event.runId };
}

async function toEnd(run: (place: string | null) => Promise<StepResult>): Promise<void> {
  for (let place: string | null = null; ;) {
    const result = await run(place);
    if (result === "stopped") throw new Error("the run was stopped");
    if (result.next === null) return;
    place = result.next;
  }
}

/** All steps of a whole run, as the workflow takes them. */
export async function runSync(system: ServiceContext, input: StepInput): Promise<void> {
  const plan = await planSync(system, input);
  if (plan === "stopped") throw new Error("there is nothing to run");
  const { kind, period } = plan;
  try {
    await toEnd(() => syncAccount(system, input));
    await toEnd((place) => syncListings(system, { ...input, place }));
    await toEnd((place) => syncOrders(system, { ...input, period, place }));
    await toEnd((place) => syncQuestions(system, { ...input, kind, place }));
    await toEnd(() => syncReviews(system, { ...input, kind }));
    await finishSync(system, { ...input, period });
  } catch (error) {
    await failSync(system, { ...input, fault: "unexpected", text: String(error) });
    throw error;
  }
}

/** The played marketplaces have few accounts and each feeds one workspace: a test starts with all of them free. */
export async function freeAccounts(): Promise<void> {
  await env.DB.prepare(
    "update channels set state = 'disconnected' where vendor = 'shopee' or account_ref in ('200300', '200400', '200500')",
  ).run();
}
