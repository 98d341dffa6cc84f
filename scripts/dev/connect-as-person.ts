import type { VendorId } from "#app/domain/channels/ports.ts";

/** An account at a played marketplace: on the page that asks for consent it is one of the choices. */
export type PlayedShop = { vendor: VendorId; account: string };

export const demoShops = {
  "mercado-livre": { vendor: "mercado-livre", account: "200300" },
  shopee: { vendor: "shopee", account: "shop:2000002" },
} as const satisfies Record<VendorId, PlayedShop>;

function post(url: string | URL, fields: Record<string, string>, cookie = ""): Promise<Response> {
  const headers = { origin: new URL(url).origin, ...(cookie === "" ? {} : { cookie }) };
  return fetch(url, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
}

/** The cookie of a demo person's session. */
export async function signIn(appUrl: string | URL, email: string): Promise<string> {
  const answer = await post(new URL("/login", appUrl), { email, password: "entrepot-demo" });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (cookie === undefined) throw new Error(`${email} could not sign in: the login answered ${answer.status}`);
  return cookie;
}

/** The page names the vendor's address in a link, for those without scripts. */
async function vendorPage(appUrl: string | URL, cookie: string, vendor: VendorId): Promise<string> {
  const page = await (await post(new URL("/channels", appUrl), { vendor }, cookie)).text();
  const link = /href="(http[^"]*[?&](?:amp;)?redirect_uri=[^"]*)"/.exec(page)?.[1];
  if (link === undefined) throw new Error(`the channels page led to no page of ${vendor}`);
  return link.replaceAll("&amp;", "&");
}

/** Connects a shop as its owner does: the vendor's page, a yes, and back. Where the app says it lives may not be where it is asked. */
export async function connectAsPerson(appUrl: string | URL, cookie: string, { vendor, account }: PlayedShop): Promise<void> {
  const consent = await post(await vendorPage(appUrl, cookie, vendor), { decision: "allow", account, days: "365" });
  const back = consent.headers.get("location");
  if (back === null) throw new Error(`${vendor} sent nobody back: its page answered ${consent.status}`);
  const { pathname, search } = new URL(back);
  const answer = await fetch(new URL(pathname + search, appUrl), { headers: { cookie }, redirect: "manual" });
  const location = answer.headers.get("location");
  if (location?.includes("done=") !== true) throw new Error(`${vendor} was not connected: ${answer.status} ${location ?? ""}`);
}
