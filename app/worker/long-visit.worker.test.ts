import { introspectWorkflowInstance, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readVisitEvents } from "#app/domain/interactions/read-session.server.ts";
import type { WebEvent } from "#app/sdk/wire.ts";
import { interactions } from "#db/schema/interactions.ts";
import { answerOf, aShop, kettle, now, objectOf, rowsOf } from "./testing/collecting-shop.ts";

/** An afternoon of looking at shelves, a thing taken on the way, and nothing bought. */
function manyEvents(from: number, count: number, startMs: number): WebEvent[] {
  return Array.from({ length: count }, (_, place) => {
    const index = from + place;
    const at = startMs + index * 20;
    if (index === 31_000) return now({ at, type: "cart-add", path: "/p/1", products: [kettle] });
    return index % 5 === 0
      ? now({ at, type: "product", path: "/p/1", products: [kettle] })
      : now({ at, type: "scroll", path: "/p/1", depthPercent: 40 });
  });
}

test(
  "a visitor with fifty thousand events is one visit, archived and described, and what comes after it is another",
  { timeout: 240_000 },
  async () => {
    const shop = await aShop();
    const startMs = Date.now() - 1_100_000;
    for (let from = 0; from < 50_000; from += 100) {
      const { accepted } = await answerOf(await shop.send(manyEvents(from, 100, startMs), { ip: `192.0.2.${(from / 100) % 250}` }));
      if (accepted !== 100) throw new Error(`of 100 events ${accepted} were taken after ${from}`);
    }
    const { object, visitorKey } = await objectOf(shop);
    await runDurableObjectAlarm(object);
    const [open] = await shop.openOnes();
    expect(open).toMatchObject({ visitorKey, events: 50_000 });
    const going = await readVisitEvents(shop.owner, { id: open?.id ?? "", most: 500 });
    expect(going).toMatchObject({ isOpen: true, total: 50_000 });
    expect(going.data).toHaveLength(500);
    expect(await answerOf(await shop.send([now()], { ip: "192.0.2.251" }))).toMatchObject({ accepted: 1 });
    await object.endNow();
    const rows = (await rowsOf(shop)).toSorted((one, other) => other.events - one.events);
    expect(rows).toMatchObject([
      { id: open?.id, events: 50_000, endedBy: "cap" },
      { events: 1, followsId: open?.id },
    ]);
    const [long] = rows;
    const events = await shop.owner.ports.sessionArchive.read(long?.archiveKey ?? "");
    expect(events).toHaveLength(50_000);
    expect(events?.map(({ at }) => at)).toEqual(events?.map(({ at }) => at).toSorted((one, other) => one - other));
    const shown = await readVisitEvents(shop.owner, { id: long?.id ?? "", most: 500 });
    expect(shown).toEqual({ data: events?.slice(0, 500), isOpen: false, total: 50_000 });

    await using instance = await introspectWorkflowInstance(env.PROCESS_INTERACTION_WORKFLOW, long?.id ?? "");
    await env.PROCESS_INTERACTION_WORKFLOW.create({ id: long?.id ?? "", params: { sessionId: long?.id ?? "", workspaceId: shop.home.id } });
    await instance.waitForStatus("complete");
    const [made] = await shop.owner.db.all(interactions, { where: eq(interactions.subjectId, long?.id ?? "") });
    expect(made).toMatchObject({ kind: "left-cart", text: expect.stringContaining("put Chaleira <b>1,8 L</b> in the cart") as string });
    expect(made?.moments.length).toBeLessThanOrEqual(80);
    const { total, letters } = await shop.shopperRooms.ingest(shop.place);
    expect({ accepted: total.accepted, letters }).toEqual({ accepted: 50_001, letters: 0 });
  },
);
