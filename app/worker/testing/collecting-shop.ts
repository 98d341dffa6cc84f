import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { lastingKey } from "#app/domain/collect/visitor-key.server.ts";
import { handleFetch } from "#app/middleware/handle-fetch.server.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import type { Batch, BatchAnswer, WebEvent } from "#app/sdk/wire.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { sites } from "#db/schema/sites.ts";
import { aBatch, anEvent, aSite } from "#db/testing/shopper-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";

export const chrome = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

/** Objects go by the real clock: so does this. */
export async function aShop(change: Parameters<typeof aSite>[0] = {}) {
  const home = await aWorkspace();
  const site = aSite(change);
  await writeRows(home.id, insert(sites, site));
  const stage = createStage({ clock: createFakeClock(Date.now()) });
  const place = { workspaceId: home.id, siteId: site.id };
  const owner = stage.as(home, { role: "owner" });
  const send = (events: readonly unknown[], of: Partial<Omit<Batch, "events">> & { origin?: string; ip?: string; agent?: string } = {}) => {
    const { origin = "https://shop.test", ip = "192.0.2.1", agent = chrome, ...batch } = of;
    const body = aBatch(site.publicKey, events, { sentAt: Date.now(), ...batch });
    const headers = { origin, "user-agent": agent, "cf-connecting-ip": ip, "content-type": "text/plain" };
    return handleFetch(stage.deps, new Request("https://entrepot.test/collect/v1/batch", { method: "POST", body, headers }));
  };
  const { shopperRooms } = owner.ports;
  const openOnes = () => shopperRooms.openSessions(place, 10);
  return { home, site, stage, place, owner, send, shopperRooms, openOnes };
}
type Shop = Awaited<ReturnType<typeof aShop>>;

export async function objectOf({ place }: Shop, visitor = "visitor-1") {
  const visitorKey = await lastingKey(place, visitor);
  return { visitorKey, object: env.VISITOR_SESSION.getByName(`${place.workspaceId}/${place.siteId}/${visitorKey}`) };
}

export function now(change: Partial<WebEvent> = {}): WebEvent {
  return anEvent({ at: Date.now(), ...change });
}

export async function answerOf(response: Response): Promise<BatchAnswer> {
  expect(response.status).toBe(202);
  return response.json();
}

export const rowsOf = ({ owner, site }: Shop) => owner.db.all(shopperSessions, { where: eq(shopperSessions.siteId, site.id) });

export const kettle = { sku: "KET-1", name: "Chaleira <b>1,8 L</b>", priceCents: 12_990, currency: "BRL" };
