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

const listSchema = z.object({ data: z.array(z.object({ vendor: z.string(), state: z.string() })) });

async function isConnected(cookie: string): Promise<boolean> {
  const answer = await fetch(`${appUrl}/api/v1/channels`, { headers: { cookie } });
  if (!answer.ok) return true;
  const { data } = listSchema.parse(await answer.json());
  return data.some((channel) => channel.vendor === shop.vendor && channel.state !== "attention");
}

/** The page names the vendor's address in a link, for those without scripts. */
async function vendorPage(cookie: string): Promise<string | undefined> {
  const page = await (await post(`${appUrl}/channels`, { vendor: shop.vendor }, cookie)).text();
  const link = /href="(http[^"]*\/authorization\?[^"]*)"/.exec(page)?.[1];
  return link?.replaceAll("&amp;", "&");
}

async function connect(): Promise<void> {
  const cookie = await signIn();
  if (cookie === undefined || (await isConnected(cookie))) return;
  const url = await vendorPage(cookie);
  const back = url === undefined ? null : (await post(url, { decision: "allow", account: shop.account })).headers.get("location");
  if (back === null) return;
  const answer = await fetch(back, { headers: { cookie }, redirect: "manual" });
  if (answer.headers.get("location")?.includes("done=")) say("connected the demo to its Mercado Livre shop; the first sync is running");
}

await connect().catch((error: unknown) => say(`the demo was not connected to its shop: ${String(error)}`));
