import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeHost, type FakeHost } from "../testing/fake-host.ts";
import type { EventType, SiteSettings, WebEvent } from "../wire.ts";
import { watchShop } from "./shop.ts";
import { startWeb } from "./start-web.ts";

const settings: Partial<SiteSettings> = { keptParameters: ["q", "category"], maskSelectors: [".private", "a:not-a-selector((", "#secret"] };
const original = { pushState: history.pushState, replaceState: history.replaceState };

beforeEach(() => {
  vi.stubGlobal("requestIdleCallback", (run: () => void) => {
    run();
    return 0;
  });
  history.replaceState(null, "", "/shop?q=kettle&token=abc");
  document.title = "Kettles";
  document.body.innerHTML = "";
});

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(history, original);
});

async function open(html: string, wishes: Partial<SiteSettings> = {}): Promise<FakeHost> {
  document.body.innerHTML = html;
  const host = createFakeHost({ settings: { ...settings, ...wishes } });
  startWeb({ site: "pk_test", endpoint: "https://app.example/" }, () => Promise.resolve({ watchShop }), host);
  await host.pass(2_000);
  return host;
}

async function of(host: FakeHost, type: EventType): Promise<WebEvent[]> {
  await host.pass(3_000);
  return host.events().filter((event) => event.type === type);
}

function press(selector: string, init: MouseEventInit = {}): void {
  document.querySelector(selector)?.dispatchEvent(new MouseEvent("click", { bubbles: true, ...init }));
}

test("a page is told with its title and with no more of its address than the shop keeps", async () => {
  const host = await open("");
  expect(await of(host, "page")).toMatchObject([{ path: "/shop?q=kettle", title: "Kettles" }]);
  expect(await of(host, "search")).toMatchObject([{ query: "kettle" }]);
});

test("an address of mail in a path is dotted out", async () => {
  history.replaceState(null, "", "/account/ana@shop.example/orders");
  expect(await of(await open(""), "page")).toMatchObject([{ path: "/account/•/orders" }]);
});

test("pages within a page are told as they come, the one before as left, and the page's own history is untouched", async () => {
  const host = await open("");
  await host.pass(7_000);
  history.pushState({ own: 1 }, "", "/product/1");
  document.title = "Kettle 1";
  expect(history.state).toEqual({ own: 1 });
  expect(await of(host, "leave")).toMatchObject([{ path: "/shop?q=kettle" }]);
  expect((await of(host, "leave"))[0]?.visibleMs).toBeGreaterThanOrEqual(7_000);
  expect((await of(host, "page")).at(-1)).toMatchObject({ path: "/product/1", title: "Kettle 1" });
});

test("an address that changes in what is cut, or not at all, is no other page", async () => {
  const host = await open("");
  history.replaceState(null, "", "/shop?q=kettle&token=other#top");
  history.pushState(null, "", "/shop?q=kettle");
  expect(await of(host, "page")).toHaveLength(1);
});

test("a page that a shop's own code has patched works as before", async () => {
  const called: string[] = [];
  history.pushState = function patched(this: History, ...args) {
    called.push(String(args[2]));
    original.pushState.apply(this, args);
  };
  const host = await open("");
  history.pushState(null, "", "/by-router");
  expect(called).toEqual(["/by-router"]);
  expect((await of(host, "page")).at(-1)).toMatchObject({ path: "/by-router" });
});

test("how long a page was looked at counts no time away from it", async () => {
  const host = await open("");
  const visibility = vi.spyOn(document, "visibilityState", "get");
  visibility.mockReturnValue("hidden");
  window.dispatchEvent(new Event("visibilitychange"));
  await host.pass(600_000);
  visibility.mockReturnValue("visible");
  window.dispatchEvent(new Event("visibilitychange"));
  await host.pass(5_000);
  window.dispatchEvent(new Event("pagehide"));
  visibility.mockRestore();
  const leaves = await of(host, "leave");
  expect(leaves.map(({ visibleMs }) => visibleMs)).toEqual([2_000, 5_000]);
});

test("a click tells words, role and place; below a mask only the place", async () => {
  const host = await open(
    `<button class="buy now">Buy\n <b>now</b></button><div class="private"><button id="b2">Ana Silva</button></div><a id="l" href="/product/2?token=abc">Kettle 2</a>`,
  );
  press("button.buy b");
  press("#b2");
  press("#l");
  const [buy, masked, link] = (await of(host, "click")).map(({ target }) => target);
  expect(buy).toEqual({ text: "Buy now", role: "button", selector: "button.buy" });
  expect(masked).toEqual({ role: "button", selector: "button#b2" });
  expect(link).toMatchObject({ text: "Kettle 2", href: "/product/2" });
});

test("numbers that look like somebody's, and addresses, are dotted out of words", async () => {
  const host = await open(`<button>ana@shop.example 123.456.789-09 +55 11 98765-4321 R$ 1.899,90</button>`);
  press("button");
  expect((await of(host, "click"))[0]?.target?.text).toBe("• • +• R$ 1.899,90");
});

test("what is typed never leaves, whatever is pressed, sent or left", async () => {
  const host = await open(
    `<form id="f"><label>Mail <input id="mail" name="mail" value="typed-secret"></label><textarea name="note">typed-secret</textarea><select name="s"><option>typed-secret</option></select><input type="submit" value="typed-secret"></form><p contenteditable="true" id="edit">typed-secret</p><p id="secret">typed-secret</p>`,
  );
  for (const selector of ["#mail", "textarea", "select", "[type=submit]", "#edit", "#secret", "form"]) press(selector);
  document.querySelector("#mail")?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  document.querySelector("textarea")?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  window.dispatchEvent(new Event("pagehide"));
  await host.pass(5_000);
  expect(host.events().length).toBeGreaterThan(8);
  expect(JSON.stringify(host.sent)).not.toContain("typed-secret");
});

test("a form is begun once, sent or left, and where it was left is told", async () => {
  const host = await open(`<form id="pay"><input name="card"><input name="cpf"></form>`);
  const focus = (name: string) => document.querySelector(`[name=${name}]`)?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  focus("card");
  focus("cpf");
  window.dispatchEvent(new Event("pagehide"));
  expect((await of(host, "form")).map(({ name, target }) => [name, target?.selector])).toEqual([
    ["begin", "form#pay"],
    ["leave", "input[name=cpf]"],
  ]);
});

test("three clicks in a second at one place are rage, told once; on what is pressed often by nature they are not", async () => {
  const host = await open(`<button id="b">Pay</button><button data-entrepot-repeat id="plus">+</button>`);
  for (let times = 0; times < 5; times += 1) press("#b", { clientX: 10, clientY: 10 });
  expect(await of(host, "rage-click")).toHaveLength(1);
  for (let times = 0; times < 5; times += 1) press("#plus", { clientX: 300, clientY: 10 });
  expect(await of(host, "rage-click")).toHaveLength(1);
});

test("a button that nothing follows is dead, one that changes the page is not", async () => {
  const host = await open(`<button id="dead">Apply</button><button id="alive">Open</button><p>words</p>`);
  press("#dead");
  await host.pass(1_000);
  document.querySelector("#alive")?.addEventListener("click", () => document.body.append("opened"));
  press("#alive");
  await host.pass(1_000);
  press("p");
  expect((await of(host, "dead-click")).map(({ target }) => target?.selector)).toEqual(["button#dead"]);
});

test("after a no nothing is seen, and a later yes begins anew without seeing twice", async () => {
  document.body.innerHTML = "<button>Buy</button>";
  const host = createFakeHost({ settings });
  const api = startWeb({ site: "pk_test", endpoint: "https://app.example" }, () => Promise.resolve({ watchShop }), host);
  await host.pass(2_000);
  api.consent("denied");
  press("button");
  expect(await of(host, "click")).toEqual([]);
  api.consent("granted");
  press("button");
  expect(await of(host, "click")).toHaveLength(1);
});
