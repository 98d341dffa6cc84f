import type { VendorId } from "#app/domain/channels/ports.ts";
import { pushSignature } from "#app/integrations/shopee/sign.ts";
import { requestBytes } from "./load.ts";
import { noticesOf, untilHandled } from "./notice-counts.ts";
import { childrenTimeUs } from "./processor-time.ts";
import type { Result } from "./result.ts";
import { untilSynced } from "./run-sync.ts";
import { type SellingWorld, startSellingWorld } from "./selling-world.ts";
import { percentile, round } from "./statistics.ts";
import { askSteadily } from "./steady-load.ts";

const perSecond = 200;
const seconds = 15;
const count = perSecond * seconds;

/** Marketplaces tell at a steady rate, each in its own form; what they name is then read again in the background. */
export async function runWebhooks(buildDir: string, tempDir: string): Promise<Result[]> {
  await using world = await startSellingWorld(buildDir, tempDir);
  const results = [await tellHello(world)];
  for (const vendor of ["mercado-livre", "shopee"] as const) {
    await world.connect(vendor);
    await untilSynced(world, vendor);
    results.push(...(await tell(world, vendor)));
  }
  return results;
}

/** The same rate at a bare Worker: what the machine itself does to a request at this moment. */
async function tellHello({ helloUrl }: SellingWorld): Promise<Result> {
  const requests = Array.from({ length: 5 * perSecond }, () => requestBytes(helloUrl, "/"));
  const durationsMs = await askSteadily({ url: helloUrl.href, perSecond, requests, status: 200 });
  return { name: "webhooks/hello", value: perSecond, unit: "requests/s", ...timesOf(durationsMs) };
}

function timesOf(durationsMs: number[]): Pick<Result, "p50Ms" | "p99Ms"> {
  return { p50Ms: round(percentile(durationsMs, 0.5), 1), p99Ms: round(percentile(durationsMs, 0.99), 1) };
}

async function tell(world: SellingWorld, vendor: VendorId): Promise<Result[]> {
  const before = await noticesOf(world, vendor);
  const requests = await requestsOf(world, vendor);
  const usedBeforeUs = childrenTimeUs() ?? 0;
  const durationsMs = await askSteadily({ url: world.appUrl.href, perSecond, requests, status: 200 });
  const toldAt = performance.now();
  const { stored } = await noticesOf(world, vendor);
  if (stored - before.stored !== count) throw new Error(`${count} notices of ${vendor} were answered and ${stored - before.stored} stored`);
  const name = `webhooks/${vendor}`;
  await untilHandled(world, vendor);
  const usedUs = (childrenTimeUs() ?? 0) - usedBeforeUs;
  return [
    {
      name,
      value: perSecond,
      unit: "notices/s",
      ...timesOf(durationsMs),
      ...(usedUs === 0 ? {} : { cpuUs: Math.round(usedUs / count) }),
    },
    { name: `${name}/handled`, value: round((performance.now() - toldAt) / 1_000, 1), unit: "s later" },
  ];
}

/** Each names an order that is there, and is news: a repetition would find its row and cost less. */
async function requestsOf({ query, appUrl, vendors }: SellingWorld, vendor: VendorId): Promise<Buffer[]> {
  const orders = await query<{ ref: string; account: string }>(
    `select o.order_ref as ref, c.account_ref as account from orders o join channels c on c.id = o.channel_id
     where c.vendor = ? order by o.placed_at desc limit 200`,
    vendor,
  );
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { ref = "", account = "" } = orders[index % orders.length] ?? {};
      const round = Math.floor(index / orders.length);
      if (vendor === "mercado-livre") return requestBytes(appUrl, "/hooks/mercado-livre", {}, meliNotice(index, ref, account), "POST");
      const body = shopeePush(round, ref, account);
      const authorization = await pushSignature("local-shopee-push-key", `${vendors.publicUrl}/hooks/shopee`, body);
      return requestBytes(appUrl, "/hooks/shopee", { authorization }, body, "POST");
    }),
  );
}

function meliNotice(index: number, ref: string, account: string): string {
  const at = new Date().toISOString();
  const told = { _id: `bench-${index}`, resource: `/orders/${ref}`, user_id: Number(account), topic: "orders_v2" };
  return JSON.stringify({ ...told, application_id: 1_000_001, attempts: 1, sent: at, received: at });
}

/** Pushes carry no id: the moment tells two of the same order apart. */
function shopeePush(round: number, ref: string, account: string): string {
  const timestamp = Math.floor(Date.now() / 1_000) - round;
  return JSON.stringify({ shop_id: Number(account), code: 3, timestamp, data: { ordersn: ref, status: "READY_TO_SHIP" } });
}
