import type { SimulatorTools } from "../../simulator.ts";
import { pushSignature } from "../sign.ts";
import { localPushKey } from "./credentials.ts";
import type { World } from "./world.ts";

const windowMs = 6 * 3_600_000;
const lostForMs = 3 * 86_400_000;
const judgedFrom = 600;
const maxLost = 5_000;
const warnBeforeMs = 7 * 86_400_000;

export type LostPush = { id: number; shopId: number; code: number; timestampS: number; data: string; atMs: number };

export type PushBox = {
  nextId: number;
  /** The oldest first. */
  lost: LostPush[];
  outcomes: { atMs: number; isGood: boolean }[];
  state: "normal" | "warning" | "disabled";
  sent: number;
};

export function createPushBox(): PushBox {
  return { nextId: 1, lost: [], outcomes: [], state: "normal", sent: 0 };
}

/** Tells the app of this shop, if one was ever authorised. What is not taken well is kept for three days. */
export function push(world: World, tools: SimulatorTools, shopId: number, code: number, data: Record<string, unknown>): void {
  const callbackUrl = world.grants.byShop.get(shopId)?.callbackUrl;
  if (callbackUrl === undefined) return;
  const box = world.pushes;
  const timestampS = Math.floor(tools.nowMs / 1_000);
  const lost: LostPush = { id: box.nextId, shopId, code, timestampS, data: JSON.stringify(data), atMs: tools.nowMs };
  box.nextId += 1;
  if (box.state === "disabled") return lose(box, lost);
  box.sent += 1;
  const body = JSON.stringify({ shop_id: shopId, code, timestamp: timestampS, data });
  tools.sendWebhook({
    url: callbackUrl,
    headers: { "content-type": "application/json" },
    body,
    sign: async () => ({ authorization: await pushSignature(localPushKey, callbackUrl, body) }),
    settled: ({ status, body: answer }) => settle(box, lost, status >= 200 && status < 300 && answer === "", tools.nowMs),
  });
}

/** Sent when an address is set up. Its signature covers the body alone, and so never matches: that is how the vendor does it. */
export function ping(tools: SimulatorTools, callbackUrl: string): void {
  const body = JSON.stringify({ code: 0, data: { verify_info: "This is a verification message." } });
  tools.sendWebhook({
    url: callbackUrl,
    headers: { "content-type": "application/json" },
    body,
    sign: async () => ({ authorization: await pushSignature(localPushKey, "", body) }),
  });
}

function settle(box: PushBox, lost: LostPush, isGood: boolean, atMs: number): void {
  box.outcomes.push({ atMs, isGood });
  box.outcomes = box.outcomes.filter((outcome) => outcome.atMs > atMs - windowMs);
  if (isGood) box.lost = box.lost.filter(({ id }) => id !== lost.id);
  else lose(box, lost);
  if (box.outcomes.length <= judgedFrom) return;
  const rate = box.outcomes.filter((outcome) => outcome.isGood).length / box.outcomes.length;
  if (rate < 0.3) box.state = "disabled";
  else box.state = rate < 0.7 ? "warning" : "normal";
}

function lose(box: PushBox, lost: LostPush): void {
  if (box.lost.some(({ id }) => id === lost.id)) return;
  box.lost.push(lost);
  if (box.lost.length > maxLost) box.lost.shift();
}

export function lostPushes(box: PushBox, nowMs: number): LostPush[] {
  box.lost = box.lost.filter(({ atMs }) => atMs > nowMs - lostForMs);
  return box.lost;
}

/** A week before a grant ends its app is warned, once. Nothing here runs by itself, so every call looks at the clock. */
export function warnOfEndingGrants(world: World, tools: SimulatorTools): void {
  for (const grant of world.grants.byShop.values()) {
    const leftMs = grant.endsAtMs - tools.nowMs;
    if (grant.isWarned || grant.isRevoked || leftMs <= 0 || leftMs > warnBeforeMs) continue;
    grant.isWarned = true;
    push(world, tools, grant.shopId, 12, { shop_expire_soon: [grant.shopId], expire_before: Math.floor(grant.endsAtMs / 1_000) });
  }
}
