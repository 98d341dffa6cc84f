import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { readSettings } from "./settings.ts";
import { say } from "./terminal.ts";

/**
 * Connects the demo workspace to the played Mercado Livre shop, the way its owner would: sign in, the vendor's page, and
 * back. The first sync then runs in the open. What cannot be connected leaves the demo as it was.
 */
const { appUrl } = readSettings();
const person = { email: "owner@demo.test", password: "entrepot-demo" };
const shop = { vendor: "mercado-livre", account: "200300" };

function post(url: string, fields: Record<string, string>, cookie = ""): Promise<Response> {
  const headers = { origin: new URL(url).origin, ...(cookie === "" ? {} : { cookie }) };
  return fetch(url, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
}

async function signIn(): Promise<string | undefined> {
  const answer = await post(`${appUrl}/login`, person);
  return answer.headers.getSetCookie()[0]?.split(";")[0];
}

const channelSchema = z.object({ vendor: z.string(), state: z.string(), lastSyncAt: z.number().nullable() });
const listSchema = z.object({ data: z.array(channelSchema) });

async function ownChannel(cookie: string): Promise<z.infer<typeof channelSchema> | undefined> {
  const answer = await fetch(`${appUrl}/api/v1/channels`, { headers: { cookie } });
  const { data } = listSchema.parse(await answer.json());
  return data.find((channel) => channel.vendor === shop.vendor && channel.state !== "attention");
}

/** The page names the vendor's address in a link, for those without scripts. */
async function vendorPage(cookie: string): Promise<string | undefined> {
  const page = await (await post(`${appUrl}/channels`, { vendor: shop.vendor }, cookie)).text();
  const link = /href="(http[^"]*\/authorization\?[^"]*)"/.exec(page)?.[1];
  return link?.replaceAll("&amp;", "&");
}

async function connect(): Promise<void> {
  const cookie = await signIn();
  if (cookie === undefined || (await ownChannel(cookie)) !== undefined) return;
  const url = await vendorPage(cookie);
  const back = url === undefined ? null : (await post(url, { decision: "allow", account: shop.account })).headers.get("location");
  if (back === null) return;
  const answer = await fetch(back, { headers: { cookie }, redirect: "manual" });
  if (answer.headers.get("location")?.includes("done=") !== true) return;
  say("connected the demo to its Mercado Livre shop; the first sync is running");
  await setDemoCosts(cookie);
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
