import { expect, test } from "vitest";
import { createDemoShop } from "./demo-shop.ts";
import { goods } from "./visit.ts";

const shop = createDemoShop({ appUrl: "http://127.0.0.1:5173", newOrderRef: () => "2201" });
const at = "http://127.0.0.1:5174/demo-shop";
const [kettle] = goods;
const sku = kettle?.sku ?? "";

/** Follows a visitor's cookie from page to page. */
function visitor() {
  let cookie = "";
  async function ask(path: string, form?: Record<string, string>): Promise<{ status: number; text: string }> {
    const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
    const response = await shop(new Request(at + path, { ...body, headers: { cookie } }));
    if (response === undefined) throw new Error(`${path} is not the shop's`);
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    const location = response.headers.get("location");
    return location === null ? { status: response.status, text: await response.text() } : ask(location.replace("/demo-shop", ""));
  }
  return ask;
}

test("every page of the shop carries the script with the demo's key, or another that was asked for", async () => {
  const ask = visitor();
  const script = 'src="http://127.0.0.1:5173/sdk/entrepot.js" data-site="pk_local_demo_shop"';
  for (const path of ["/", "/en/", "/c/cozinha", "/search?q=chaleira", `/p/${sku}`, `/compare?sku=${sku}`, "/cart"])
    expect((await ask(path)).text, path).toContain(script);
  expect((await ask("/")).text).toContain('src="http://127.0.0.1:5173/sdk/entrepot-chat.js" data-site="pk_local_demo_shop"');
  expect((await ask("/?site=pk_of_somebody")).text).toContain('data-site="pk_of_somebody"');
  expect((await ask(`/p/${sku}`)).text).toContain('data-site="pk_of_somebody"');
  expect((await ask("/?site=off")).text).not.toMatch(/entrepot(-chat)?\.js/);
});

test("a visitor buys in three steps and hears of shipping in the second", async () => {
  const ask = visitor();
  expect((await ask("/cart", { sku, act: "add" })).text).toContain(`data-entrepot-product="${sku}"`);
  expect((await ask("/checkout/1")).text).not.toContain("data-entrepot-shipping");
  const second = (await ask("/checkout/2", { name: "Ana Silva" })).text;
  expect(second).toContain('data-entrepot-shipping="39.90"');
  expect(second).not.toContain("Ana Silva");
  expect((await ask("/checkout/3", {})).text).toContain('data-entrepot-step-name="payment"');
  expect((await ask("/done", {})).text).toContain('data-entrepot-order="2201"');
  expect((await ask("/cart")).text).not.toContain(`data-entrepot-product="${sku}"`);
});

test("a search that finds nothing says so, and markup in it stays text", async () => {
  const ask = visitor();
  const { text } = await ask(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(text).toContain('data-entrepot-results="0"');
  expect(text).not.toContain("<script>alert(1)");
});

test("what is not there is not found, and what is not the shop's is left to others", async () => {
  const ask = visitor();
  for (const path of ["/nowhere", "/p/NONE", "/c/none", "/checkout/4"]) expect((await ask(path)).status, path).toBe(404);
  expect(await shop(new Request("http://127.0.0.1:5174/mercado-livre/items"))).toBeUndefined();
});
