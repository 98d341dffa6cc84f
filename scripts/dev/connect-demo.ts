import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { connectAsPerson, demoShops, signIn } from "./connect-as-person.ts";
import { furnishDemo } from "./furnish-demo.ts";
import { readSettings } from "./settings.ts";
import { say } from "./terminal.ts";

/**
 * Connects the demo workspace to the played Mercado Livre shop, the way its owner would: sign in, the vendor's page, and
 * back. The first sync then runs in the open. What cannot be connected leaves the demo as it was.
 */
const { appUrl } = readSettings();
const shop = demoShops["mercado-livre"];

const channelSchema = z.object({ vendor: z.string(), state: z.string(), lastSyncAt: z.number().nullable() });
const listSchema = z.object({ data: z.array(channelSchema) });

async function ownChannel(cookie: string): Promise<z.infer<typeof channelSchema> | undefined> {
  const answer = await fetch(`${appUrl}/api/v1/channels`, { headers: { cookie } });
  const { data } = listSchema.parse(await answer.json());
  return data.find((channel) => channel.vendor === shop.vendor && channel.state !== "attention");
}

async function connect(): Promise<void> {
  const cookie = await signIn(appUrl, "owner@demo.test");
  if ((await ownChannel(cookie)) === undefined) {
    await connectAsPerson(appUrl, cookie, shop);
    say("connected the demo to its Mercado Livre shop; the first sync is running");
    await setDemoCosts(cookie);
  }
  if (await furnishDemo(appUrl, cookie)) say("built the demo's depot: four zones with what the shop has in stock");
}

/** A shop that knows its costs sees margins and advice on prices. The marketplace does not know them, so they follow the sync. */
async function setDemoCosts(cookie: string): Promise<void> {
  for (let waitedMs = 0; (await ownChannel(cookie))?.lastSyncAt == null; waitedMs += pollMs) {
    if (waitedMs >= syncMaxMs) return;
    await setTimeout(pollMs);
  }
  const costs = costsOf(await readListings(cookie));
  if (costs.length === 0) return;
  await fetch(`${appUrl}/api/v1/costs`, {
    method: "PUT",
    headers: { cookie, origin: new URL(appUrl).origin, "content-type": "application/json" },
    body: JSON.stringify({ costs }),
  });
}

const pollMs = 1_000;
const syncMaxMs = 120_000;
const pageSchema = z.object({
  data: z.array(z.object({ priceCents: z.number(), variant: z.object({ sku: z.string() }).nullable() })),
  nextCursor: z.string().nullable(),
});
type SoldSku = z.infer<typeof pageSchema>["data"][number];

async function readListings(cookie: string): Promise<SoldSku[]> {
  const all: SoldSku[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const place: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await fetch(`${appUrl}/api/v1/listings?limit=200${place}`, { headers: { cookie } });
    const { data, nextCursor } = pageSchema.parse(await answer.json());
    all.push(...data);
    cursor = nextCursor;
  }
  return all;
}

/** Forty to sixty per cent of the price, the same at every start; of a few nobody knows it, as in every shop. */
function costsOf(listings: readonly SoldSku[]): { sku: string; costCents: number }[] {
  const bySku = new Map(listings.flatMap(({ variant, priceCents }) => (variant === null ? [] : [[variant.sku, priceCents] as const])));
  return [...bySku].flatMap(([sku, priceCents]) => {
    const spread = Buffer.from(sku).reduce((sum, byte) => sum + byte, 0) % 21;
    return spread === 0 ? [] : [{ sku, costCents: Math.round((priceCents * (40 + spread)) / 100) }];
  });
}

await connect().catch((error: unknown) => say(`the demo was not connected to its shop: ${String(error)}`));
