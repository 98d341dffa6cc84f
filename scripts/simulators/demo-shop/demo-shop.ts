import { simulatedPicture } from "#app/integrations/simulated-goods.ts";
import { categoryPage, comparePage, homePage, productPage, searchPage } from "./browse.ts";
import { cartPage, checkoutPage, donePage } from "./checkout.ts";
import { page } from "./layout.ts";
import { cookieOf, escape, goodOf, goods, linesOf, root, type Visit, visitOf, wordsOf } from "./visit.ts";

export type DemoShop = (request: Request) => Promise<Response | undefined>;

/** A small shop with the script in it: to try out what is collected, and to see it arrive. Undefined for what is not its own. */
export function createDemoShop({ appUrl, newOrderRef }: { appUrl: string; newOrderRef(): string }): DemoShop {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== root && !pathname.startsWith(`${root}/`)) return undefined;
    const picture = /\/pictures\/(\d+)\.svg$/.exec(pathname)?.[1];
    if (picture !== undefined) return pictureAnswer(Number(picture));
    const visit = visitOf(request, appUrl);
    if (request.method === "POST") return post(visit, request, newOrderRef);
    const body = answer(visit);
    return body === undefined ? html(visit, page(visit, "404", `<h1>${wordsOf(visit).notFound}</h1>`), 404) : html(visit, body);
  };
}

function answer(visit: Visit): string | undefined {
  const [, first = "", second = ""] = visit.path.split("/");
  switch (first) {
    case "":
      return homePage(visit);
    case "c":
      return categoryPage(visit, second);
    case "p":
      return productPage(visit, second);
    case "search":
      return searchPage(visit);
    case "compare":
      return comparePage(visit);
    case "cart":
      return cartPage(visit);
    case "checkout":
      return second === "1" || second === "2" || second === "3" ? checkoutPage(visit, Number(second) as 1 | 2 | 3) : undefined;
    default:
      return undefined;
  }
}

/** Forms lead on; of what was typed into them nothing is kept. */
async function post(visit: Visit, request: Request, newOrderRef: () => string): Promise<Response> {
  if (visit.path === "/done") {
    const lines = linesOf(visit);
    visit.cart.clear();
    return html(visit, donePage(visit, lines, newOrderRef()));
  }
  if (visit.path === "/cart") {
    const form = new URLSearchParams(await request.text());
    const sku = form.get("sku") ?? "";
    if (form.get("act") === "remove") visit.cart.delete(sku);
    else if (goodOf(sku) !== undefined) visit.cart.set(sku, Math.min(9, (visit.cart.get(sku) ?? 0) + 1));
  }
  const headers = { location: visit.base + visit.path, "set-cookie": cookieOf(visit) };
  return new Response(null, { status: 303, headers });
}

function html(visit: Visit, body: string, status = 200): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "set-cookie": cookieOf(visit), "cache-control": "no-store" };
  return new Response(body, { status, headers });
}

function pictureAnswer(number: number): Response {
  const good = goods.find((one) => one.number === number);
  if (good === undefined) return new Response(escape(`no picture ${number}`), { status: 404 });
  const headers = { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" };
  return new Response(simulatedPicture(number, 0), { headers });
}
