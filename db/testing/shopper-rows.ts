import type { Batch, WebEvent } from "#app/sdk/wire.ts";
import type { NewLetter } from "#app/domain/collect/ports.ts";
import type { SessionFeatures } from "#app/domain/interactions/interaction.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import type { sites } from "#db/schema/sites.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";
import type { TestShop } from "./shop.ts";

const dayMs = 24 * 3_600_000;

export function aSite(change: Partial<NewRow<typeof sites>> = {}): NewRow<typeof sites> {
  const id = change.id ?? testIds.next("sit");
  return {
    id,
    name: "Loja",
    publicKey: `pk_test_${id.slice(-12)}`,
    domains: ["shop.test"],
    kind: "web",
    consentMode: "full",
    honoursPrivacySignals: true,
    maskSelectors: [],
    keptParameters: [],
    samplePercent: 100,
    sessionIdleMinutes: 60,
    retention: { rawDays: 30, sessionDays: 90, interactionDays: 365 },
    isEnabled: true,
    firstEventAt: null,
    lastEventAt: null,
    createdAt: stageStartMs - dayMs,
    updatedAt: stageStartMs - dayMs,
    ...change,
  };
}

export const someFeatures: SessionFeatures = {
  startedAt: stageStartMs - 3_600_000,
  endedAt: stageStartMs - 3_000_000,
  visibleMs: 200_000,
  pages: 4,
  clicks: 3,
  rageClicks: 0,
  deadClicks: 0,
  deepestPercent: 80,
  landingPath: "/",
  exitPath: "/checkout",
  stages: ["landing", "product", "cart", "checkout"],
  checkoutSteps: ["entrega"],
  searches: [],
  products: [],
  hesitations: [],
  orderRef: null,
  orderCents: null,
  currency: "BRL",
  isReturning: false,
  botFlags: [],
  device: "phone",
  browser: "Chrome",
  country: "BR",
  referrerHost: null,
  campaign: { source: null, medium: null, name: null },
};

/** An ended visit and what it came to. */
export function shopperWrites({ siteId, visitId, interactionId, productId }: TestShop): Write[] {
  const at = someFeatures.startedAt;
  return [
    insert(shopperSessions, {
      id: visitId,
      siteId,
      visitorKey: "v_known",
      userRef: null,
      startedAt: at,
      endedAt: someFeatures.endedAt,
      events: 6,
      halfHourVisits: 1,
      followsId: null,
      endedBy: "idle",
      isBot: false,
      features: someFeatures,
      archiveKey: null,
      processing: "done",
      createdAt: at,
    }),
    insert(interactions, {
      id: interactionId,
      source: "web",
      sourceId: siteId,
      subjectId: visitId,
      visitorKey: "v_known",
      kind: "left-checkout",
      text: "Put Chaleira in the cart, left when the shipping cost was shown.",
      describedBy: "rules",
      aiCallId: null,
      occurredAt: at,
      durationMs: 600_000,
      channel: "phone",
      isBot: false,
      products: [],
      moments: [],
      tags: ["hesitation:shipping-cost"],
      createdAt: at,
    }),
    insert(interactionProducts, {
      id: testIds.next("inp"),
      interactionId,
      productKey: "sku:X",
      productId,
      role: "carted",
      occurredAt: at,
    }),
  ];
}

export function anEvent(change: Partial<WebEvent> = {}): WebEvent {
  return { id: testIds.next("e").slice(-20), type: "page", at: stageStartMs, path: "/", ...change };
}

export function aBatch(site: string, events: readonly unknown[], change: Partial<Omit<Batch, "events">> = {}): string {
  const batch = {
    v: 1,
    site,
    sentAt: stageStartMs,
    consent: "granted",
    visitor: "visitor-1",
    sdk: { name: "web", version: "1" },
    asksPrivacy: false,
    page: { language: "pt-BR", timeZone: "America/Sao_Paulo", screen: { width: 390, height: 800 }, referrer: "" },
    events,
    ...change,
  };
  return JSON.stringify(batch);
}

/** An event that a door did not take. */
export const refusedLetter: NewLetter = {
  id: "bad",
  reason: "malformed",
  body: '{"id":"bad","type":"nonsense"}',
  visitorKey: "v_known",
  sentAt: stageStartMs,
  receivedAt: stageStartMs,
  visit: {
    device: "phone",
    browser: "Chrome",
    country: "BR",
    language: "pt-BR",
    timeZone: "America/Sao_Paulo",
    referrerHost: null,
    campaign: { source: null, medium: null, name: null },
    agentFlags: [],
    isKnownAgain: true,
  },
};
