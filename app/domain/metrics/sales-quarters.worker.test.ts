import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orders } from "#db/schema/orders.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { anOrder } from "#db/testing/shop-rows.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, merge, removeWhere, updateWhere, type Write } from "#db/writes.ts";
import { eq, sql } from "drizzle-orm";
import { orderStates } from "../channels/remote.ts";

const quarterMs = 900_000;

type Kept = { key: string; orders: number; units: number; total: number; fee: number; known: number; shipping: number };

async function keptSums(workspaceId: string): Promise<Kept[]> {
  const { results } = await env.DB.prepare(
    `select quarter_at || '/' || channel_id || '/' || currency || '/' || state || '/' || cancelled_by as key, orders, units, total_cents as total,
      fee_cents as fee, fee_known_cents as known, shipping_cents as shipping from sales_quarters where workspace_id = ?`,
  )
    .bind(workspaceId)
    .all<Kept>();
  return results.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** The same, added up order by order. */
async function addedUp(workspaceId: string): Promise<Kept[]> {
  const { results } = await env.DB.prepare("select * from orders where workspace_id = ?").bind(workspaceId).all<Record<string, never>>();
  const sums = new Map<string, Kept>();
  for (const row of results) {
    const order = row as Record<string, string | number | null>;
    const placedAt = Number(order["placed_at"]);
    const key = [placedAt - (placedAt % quarterMs), order["channel_id"], order["currency"], order["state"], order["cancelled_by"] ?? ""].join("/");
    const sum = sums.get(key) ?? { key, orders: 0, units: 0, total: 0, fee: 0, known: 0, shipping: 0 };
    const fee = order["fee_cents"] ?? order["predicted_fee_cents"];
    sum.orders += 1;
    sum.units += Number(order["units"]);
    sum.total += Number(order["total_cents"]);
    sum.fee += Number(fee ?? 0);
    sum.known += fee === null ? 0 : Number(order["total_cents"]);
    sum.shipping += Number(order["shipping_cost_cents"] ?? 0);
    sums.set(key, sum);
  }
  return [...sums.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const ids = Array.from({ length: 6 }, (_, index) => index);
const amount = fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null });
const values = fc.record({
  state: fc.constantFrom(...orderStates),
  cancelledBy: fc.constantFrom(null, "buyer", "seller"),
  currency: fc.constantFrom("BRL", "ARS"),
  totalCents: fc.integer({ min: 0, max: 90_000 }),
  units: fc.integer({ min: 0, max: 9 }),
  feeCents: amount,
  predictedFeeCents: amount,
  shippingCostCents: amount,
  placedAt: fc.integer({ min: stageStartMs - 3 * quarterMs, max: stageStartMs }),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant("store" as const), which: fc.constantFrom(...ids), order: values }),
  fc.record({ kind: fc.constant("change" as const), which: fc.constantFrom(...ids), order: values }),
  fc.record({ kind: fc.constant("remove" as const), which: fc.constantFrom(...ids) }),
);

test("after whatever is written to orders, in whichever order, the kept sums are those of the orders", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const home = await aWorkspace();
      await writeRows(home.id, removeWhere(orders, sql`1`));
      const names = ids.map(() => testIds.next("ord"));
      const writes = steps.map((one): Write => {
        const id = names[one.which] ?? "";
        if (one.kind === "remove") return removeWhere(orders, eq(orders.id, id));
        if (one.kind === "change") return updateWhere(orders, eq(orders.id, id), one.order);
        // As orders are stored: the same one again changes the row that is there.
        const row = anOrder({ ...one.order, channelId: one.which % 2 === 0 ? "chn_a" : "chn_b", id, orderRef: id });
        return merge(orders, { key: ["channelId", "orderRef"], newest: "remoteUpdatedAt", keep: ["predictedFeeCents"], fill: ["feeCents"] }, [row]);
      });
      await writeRows(home.id, ...writes);
      expect(await keptSums(home.id)).toEqual(await addedUp(home.id));
    }),
    { numRuns: 25 },
  );
});

test("one order more is one more in its quarter, and a workspace's sums are its own", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const before = await keptSums(other.id);
  await writeRows(home.id, insert(orders, anOrder({ channelId: home.shop.channelId })));
  expect((await keptSums(home.id)).reduce((sum, one) => sum + one.orders, 0)).toBe(2);
  expect(await keptSums(other.id)).toEqual(before);
});
