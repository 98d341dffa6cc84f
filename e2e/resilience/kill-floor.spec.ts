import { expect } from "@playwright/test";
import { z } from "zod";
import { type OwnApp, startOwnApp } from "#e2e/fixtures/own-app.ts";
import { test } from "#e2e/fixtures/test.ts";

const headers = { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" };
const workers = 8;
const killAfterReplies = 60;

const idSchema = z.object({ id: z.string() });
const answerSchema = z.object({ isDuplicate: z.boolean(), reply: z.looseObject({ kind: z.string(), seq: z.number() }) });
const zoneSchema = z.object({
  cursor: z.object({ seq: z.number() }),
  part: z.object({ bins: z.array(z.object({ lines: z.array(z.object({ qty: z.number() })) })) }),
});
const checkSchema = z.object({ drift: z.array(z.unknown()), untold: z.array(z.unknown()) });

async function call(app: OwnApp, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${app.url}/api/v1/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

async function aZone(app: OwnApp): Promise<string> {
  const { id: warehouseId } = idSchema.parse(await call(app, "POST", "warehouses", { code: "KILL", name: "Kill" }));
  const { id } = idSchema.parse(await call(app, "POST", "zones", { warehouseId, code: "A", name: "Zone" }));
  const place = { kind: "pick", aisle: "01", xMm: 0, yMm: 0, capacityUnits: null, rank: 1, isBlocked: false };
  const bins = ["b1", "b2"].map((name) => ({ id: name, code: name.toUpperCase(), ...place }));
  await ask(app, id, "bins", { type: "put-bins", bins });
  await ask(app, id, "items", { type: "put-items", items: [{ sku: "kettle", code: "K", title: "Kettle", gtin: null }] });
  return id;
}

async function ask(app: OwnApp, zoneId: string, id: string, command: unknown) {
  return answerSchema.parse(await call(app, "POST", `zones/${zoneId}/commands`, { id, command }));
}

/** One unit a command, alternately in and from bin to bin, so that each is easy to count. */
const commandOf = (turn: number) =>
  turn % 3 === 2
    ? { type: "move", sku: "kettle", fromBin: "b1", toBin: "b2", qty: 1 }
    : { type: "receive", sku: "kettle", binId: "b1", qty: 1 };

test("what a zone answered is in its books after a power cut, each once, and sent again it hears the same", async () => {
  const app = await startOwnApp();
  try {
    const zoneId = await aZone(app);
    const heard = new Map<number, string>();
    let turn = 0;
    let killed: Promise<void> | undefined;
    async function worker(): Promise<void> {
      while (killed === undefined) {
        const own = turn;
        turn += 1;
        const { reply } = await ask(app, zoneId, `scan-${own}`, commandOf(own));
        heard.set(own, JSON.stringify(reply));
        if (heard.size >= killAfterReplies) killed ??= app.kill();
      }
    }
    // Whoever waited for an answer when the power failed was promised nothing.
    await Promise.allSettled(Array.from({ length: workers }, worker));
    await killed;
    await app.start();

    for (const [own, before] of heard) {
      const again = await ask(app, zoneId, `scan-${own}`, commandOf(own));
      expect([again.isDuplicate, JSON.stringify(again.reply)], `scan-${own}`).toEqual([true, before]);
    }
    const received = [];
    for (let own = 0; own < turn; own += 1) {
      const { reply } = await ask(app, zoneId, `scan-${own}`, commandOf(own));
      if (reply.kind === "applied" && own % 3 !== 2) received.push(own);
    }
    const { part } = zoneSchema.parse(await call(app, "GET", `zones/${zoneId}`));
    expect(part.bins.flatMap(({ lines }) => lines).reduce((sum, { qty }) => sum + qty, 0)).toBe(received.length);
    const check = async () => checkSchema.parse(await call(app, "GET", `zones/${zoneId}/check`));
    await expect.poll(check, { message: "books that add up, and told", timeout: 30_000 }).toEqual({ drift: [], untold: [] });
  } finally {
    await app.dispose();
  }
});
