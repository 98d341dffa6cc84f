import type { Entrepot } from "../client.ts";
import { guarded } from "../safe.ts";
import type { LoadShop } from "./watch-page.ts";
import { startWeb } from "./start-web.ts";

/** A call that a page made before this script was there: `["track", "name"]`. */
type Call = [name: string, ...args: unknown[]];
type Page = { entrepot?: Call[] | (Entrepot & { push(call: Call): void }) };

/** `<script async src="…/sdk/entrepot.js" data-site="pk_…"></script>` */
guarded(() => {
  const script = document.currentScript as HTMLScriptElement;
  const site = script.getAttribute("data-site");
  // What a page left for this script is a name of ours, which no type of a browser knows.
  const page = globalThis as unknown as Page;
  const waiting = page.entrepot ?? [];
  // Built in twice, the first one counts.
  if (!site || !Array.isArray(waiting)) return;
  const endpoint = new URL(script.src).origin;
  const loadShop = () => import(/* @vite-ignore */ `${endpoint}/sdk/entrepot-shop.js`) as ReturnType<LoadShop>;
  const api = startWeb({ site, endpoint }, loadShop);
  const call = ([name, ...args]: Call) => (api[name as keyof Entrepot] as (...args: unknown[]) => void)(...args);
  page.entrepot = { ...api, push: guarded(call) };
  waiting.forEach(guarded(call));
})();
