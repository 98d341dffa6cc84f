import { type Client, createClient, type Entrepot } from "../client.ts";
import type { Host } from "../host.ts";
import type { Consent } from "../wire.ts";
import { createBrowserHost } from "./browser-host.ts";
import { type LoadShop, watchPages, whenIdle } from "./watch-page.ts";

export type WebOptions = {
  /** The site's public key: `pk_…`. */
  site: string;
  /** Where Entrepot is: `https://entrepot.example`. */
  endpoint: string;
  /** What the visitor answered, where your own banner has asked; without it what they answered last holds. */
  consent?: Consent;
};

/** Begins to see what happens on this page, as soon as the browser has nothing better to do. */
export function startWeb(options: WebOptions, loadShop: LoadShop, host: Host = createBrowserHost()): Entrepot {
  const pages = watchPages(host, () => client, loadShop);
  const client: Client = createClient(host, {
    site: options.site,
    endpoint: options.endpoint.replace(/\/$/, ""),
    sdk: "web",
    consent: options.consent,
    path: pages.path,
    onOpen: pages.open,
  });
  whenIdle(client.start);
  return client.api;
}
