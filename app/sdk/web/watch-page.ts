import type { Client } from "../client.ts";
import type { Host } from "../host.ts";
import { cleanText, guarded } from "../safe.ts";
import type { SiteSettings } from "../wire.ts";
import { pathOf, searchOf } from "./paths.ts";
import type { Shop, watchShop } from "./shop.ts";
import { maskOf, on } from "./targets.ts";
import { watchClicks } from "./watch-clicks.ts";
import { watchForms } from "./watch-forms.ts";
import { type View, watchView } from "./watch-view.ts";

/** Pages of today fill themselves bit by bit: read when they have calmed down. */
const calmMs = 300;

/** Whatever waits does not hold the page up: done when the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  const idle = globalThis.requestIdleCallback;
  if (idle) idle(guarded(run), { timeout: 2_000 });
  else setTimeout(guarded(run), 1);
}

/** What says that a page sells something. */
const goods =
  '[data-entrepot-product],[data-entrepot-search],[data-entrepot-step],[data-entrepot-order],[itemtype*="schema.org/Product"],[type="application/ld+json"]';

type Pages = { path(): string; open(settings: SiteSettings): void };
/** The part that reads what a page sells comes when there is something to read. */
export type LoadShop = () => Promise<{ watchShop: typeof watchShop }>;

/** Reads what a page sells: with the part for it, once there is something to read. */
function watchGoods(record: Client["record"], loadShop: LoadShop): Shop {
  let shop: Shop | undefined;
  let isLoading = false;
  return {
    begin: () => shop?.begin(),
    read() {
      shop?.read();
      if (isLoading || !document.querySelector(goods)) return;
      isLoading = true;
      loadShop().then(
        (loaded) => {
          shop = loaded.watchShop(record);
          shop.read();
        },
        () => 0,
      );
    },
  };
}

/** Everything that is seen by itself on a page, and on those that follow without a reload. */
export function watchPages(host: Host, client: () => Client, loadShop: LoadShop): Pages {
  let kept: readonly string[] = [];
  let here = location.href;
  let view: View | undefined;
  let leaveForms = () => {};
  const path = () => pathOf(here, kept);
  const record: Client["record"] = (...event) => client().record(...event);
  const shop = watchGoods(record, loadShop);
  function arrive(): void {
    here = location.href;
    shop.begin();
    view?.begin();
    record("page", { title: cleanText(document.title) });
    const query = cleanText(searchOf(here, kept));
    if (query && !document.querySelector("[data-entrepot-search]")) record("search", { query });
    whenIdle(shop.read);
  }
  function leave(): void {
    shop.read();
    leaveForms();
    view?.leave(path());
  }
  /** The address has changed without a reload. The page's own code runs first: it changes the title after the address. */
  function moved(): void {
    host.later(() => {
      if (pathOf(location.href, kept) === path()) return;
      leave();
      arrive();
    }, 1);
  }
  function watch({ maskSelectors }: SiteSettings): void {
    view = watchView(host, record);
    leaveForms = watchForms(record);
    watchClicks(host, maskOf(maskSelectors), record);
    followAddress(moved);
    followContent(host, shop.read);
    on("visibilitychange" as "focus", () => {
      if (document.visibilityState !== "hidden") return view?.resume();
      view?.leave(path());
      client().flush(true);
    });
    on("pagehide", () => {
      leave();
      client().flush(true);
    });
    on("online", () => client().flush());
  }
  function open(settings: SiteSettings): void {
    kept = settings.keptParameters;
    if (view === undefined) watch(settings);
    arrive();
  }
  return { path, open };
}

function followContent(host: Host, read: () => void): void {
  let isReading = false;
  const observer = new MutationObserver(() => {
    if (isReading) return;
    isReading = true;
    host.later(() => {
      isReading = false;
      whenIdle(read);
    }, calmMs);
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** `pushState` makes no event: it is told by standing in for it, which changes nothing for whoever calls it. */
function followAddress(moved: () => void): void {
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name];
    history[name] = function standIn(this: History, ...args) {
      original.apply(this, args);
      moved();
    };
  }
  on("popstate", moved);
}
