import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll } from "#e2e/fixtures/console.ts";
import { type OwnApp, startOwnApp } from "#e2e/fixtures/own-app.ts";
import { enter } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const site = "sit_demo_shop";
const interactionsSchema = z.object({
  data: z.array(z.object({ id: z.string(), subjectId: z.string(), visitorKey: z.string(), kind: z.string(), text: z.string() })),
});
const createdSchema = z.object({ id: z.string() });
const erasedSchema = z.object({ sessions: z.number(), interactions: z.number(), archives: z.number(), events: z.number() });
const periodSchema = z.object({ startDay: z.string(), sessions: z.number(), countedAt: z.number().nullable() });
const toldSchema = z.object({
  data: z.array(
    z.object({
      kind: z.string(),
      key: z.string(),
      support: z.number(),
      outOf: z.number(),
      interactionIds: z.array(z.string()),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});
const openSchema = z.object({ data: z.array(z.object({ events: z.number() })) });
const healthSchema = z.object({ missing: z.number() });

/** Said by the whole browser: what a page sends while it ends goes by this, and one without a window is taken for a program. */
const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--user-agent=${userAgent}`] }),
});

/** The product of the shop's first shelf, by the name its pages give it. */
async function firstGood(page: Page, shopUrl: string): Promise<{ sku: string; title: string }> {
  await page.goto(`${shopUrl}/c/cozinha`);
  const card = page.locator("[data-entrepot-product]").first();
  const [sku, title] = [await card.getAttribute("data-entrepot-product"), await card.getAttribute("data-entrepot-name")];
  if (sku === null || title === null) throw new Error("the shop's shelf is empty");
  return { sku, title };
}

/** Looks for what is not there, puts something into the cart, and leaves where shipping is shown. */
async function shopAround(page: Page, shopUrl: string): Promise<void> {
  await page.goto(shopUrl);
  await page.getByRole("button", { name: "Yes, you may" }).click();
  const searched = batchWith(page, /"type":"search"/);
  await page.goto(`${shopUrl}/search?q=samovar`);
  await searched;
  await page.goto(`${shopUrl}/c/cozinha`);
  await page.locator("article a").first().click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
  await page.getByLabel("Full name").fill("Typed Secret");
  await page.getByLabel("Postcode").fill("01310-100");
  await page.getByLabel("Street and number").fill("Typed Secret 7");
  const last = batchWith(page, /"step":2/);
  await page.getByRole("button", { name: "Go on" }).click();
  await last;
}

async function batchWith(page: Page, what: RegExp): Promise<void> {
  const answer = await page.waitForResponse((one) => one.url().includes("/collect/v1/batch") && what.test(one.request().postData() ?? ""));
  expect(answer.status()).toBe(202);
}

function callsOf(http: APIRequestContext) {
  const get = async <Schema extends z.ZodType>(path: string, schema: Schema) =>
    schema.parse(await (await http.get(`/api/v1/${path}`)).json());
  return {
    interactions: async (query: string) => (await get(`interactions?limit=100&${query}`, interactionsSchema)).data,
    today: () => get("pattern-periods?period=day", periodSchema),
    /** What the day that is now tells, and claims. */
    told: async (startDay: string) => (await get(`patterns?period=day&startDay=${startDay}&limit=100`, toldSchema)).data,
    openEvents: async () => (await get("shopper-sessions/open", openSchema)).data.map(({ events }) => events),
    missing: async () => (await get("collect/health", healthSchema)).missing,
    statusOf: async (path: string) => (await http.get(`/api/v1/${path}`)).status(),
    erase: async (visitorKey: string, isDry: boolean) =>
      erasedSchema.parse(await (await http.post("/api/v1/shoppers/erase", { data: { visitorKey, isDry } })).json()),
  };
}

async function letTheDayPass(app: OwnApp): Promise<void> {
  const answer = await fetch(`${app.url}/dev/end-visits?day=over`, { method: "POST", headers: { origin: app.url } });
  expect(answer.status).toBe(200);
}

test("what a shopper does in the demo shop is described, found, counted and erased without a trace", async ({ playwright, page }) => {
  const app = await startOwnApp();
  try {
    const shopUrl = `${app.simulatorUrl}/demo-shop/en`;
    const { http } = await enter(playwright, "owner@demo.test", "entrepot-demo", "owner", app.url);
    const calls = callsOf(http);
    const good = await firstGood(page, shopUrl);
    const product = { title: good.title, variants: [{ sku: good.sku }] };
    const { id: productId } = createdSchema.parse(await (await http.post("/api/v1/products", { data: product })).json());
    const before = new Set((await calls.interactions("")).map(({ id }) => id));

    await shopAround(page, shopUrl);
    await letTheDayPass(app);
    const isNew = ({ id }: { id: string }) => !before.has(id);
    const described = async () => (await calls.interactions("kind=left-checkout")).find(isNew);
    await expect.poll(described, { timeout: 60_000 }).toBeDefined();
    const made = await described();
    if (made === undefined) throw new Error("the visit is gone again");
    expect(made.text).toContain(good.title);
    expect(made.text).toContain("samovar");
    expect(made.text).not.toContain("Typed Secret");

    const console = await page.context().newPage();
    await page.context().request.post(`${app.url}/login`, {
      form: { email: "owner@demo.test", password: "entrepot-demo" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    await console.goto(`${app.url}/interactions?q=who+gave+up+because+of+shipping`);
    await console.getByRole("link", { name: made.text }).click();
    await expect(console.getByText("samovar").first()).toBeVisible();
    await expectAccessible(console);
    await console.goto(`${app.url}/catalog/${productId}/shoppers`);
    await expect(console.getByText(made.text)).toBeVisible();
    await console.goto(`${app.url}/sites/${site}/statistics?days=7`);
    await expect(console.getByRole("cell", { name: "/demo-shop/en/c/cozinha" }).first()).toBeVisible();
    await expectAccessible(console);
    const today = await calls.today();
    expect(today.sessions).toBeGreaterThan(0);
    await console.goto(`${app.url}/patterns?period=day&start=${today.startDay}`);
    await expect(console.getByRole("heading", { name: "Patterns", level: 1 })).toBeVisible();
    const inVain = console.getByRole("list", { name: "What happened" }).getByRole("listitem").filter({ hasText: "samovar" }).first();
    await inVain.getByText("Where it was seen").click();
    await expect(inVain.getByRole("link", { name: made.text })).toHaveAttribute("href", `/interactions/${made.id}`);
    await expectAccessible(console);
    const saysSamovar = async () => (await calls.told(today.startDay)).filter(({ facts }) => facts["query"] === "samovar");
    expect(await saysSamovar()).toMatchObject([{ kind: "observed", key: "search", support: 1, interactionIds: [made.id] }]);

    await expect.poll(calls.missing).toBe(0);
    const dry = await calls.erase(made.visitorKey, true);
    expect(dry).toMatchObject({ sessions: 1, interactions: 1, archives: 1 });
    await calls.erase(made.visitorKey, false);
    expect((await calls.interactions("q=samovar")).filter(isNew)).toEqual([]);
    // What was seen before the visitor said yes has another name, which nothing leads to from this one.
    expect((await calls.interactions("bots=true")).filter(({ visitorKey }) => visitorKey === made.visitorKey)).toEqual([]);
    expect(await calls.statusOf(`interactions/${made.id}`)).toBe(404);
    expect(await calls.statusOf(`shopper-sessions/${made.subjectId}`)).toBe(404);
    expect(await calls.statusOf(`shopper-sessions/${made.subjectId}/events`)).toBe(404);
    await console.goto(`${app.url}/catalog/${productId}/shoppers`);
    await expect(console.getByText(made.text)).toHaveCount(0);
    await expect.poll(calls.missing, { message: "what was erased is accounted for" }).toBe(0);
    await expect.poll(saysSamovar, { message: "the day is counted again without them", timeout: 60_000 }).toEqual([]);
    // What they still ask for by themselves is not asked of a server that is gone.
    await console.close();
    await page.close();
    await http.dispose();
  } finally {
    await app.dispose();
  }
});

const odd = { tea: 'شاي "النعناع" 🫖', pot: "קומקום <img src=x onerror=alert(1)>", title: "🫖👩‍🍳 <script>alert(1)</script>" };

/** Without a place to break: a page that goes by its words would become as wide as this. */
const endless = "W".repeat(120);
const phone = { width: 390, height: 844 };

/** As a page that means no good, or is only written in another script, sends it. */
async function visitOddly(app: OwnApp): Promise<Response> {
  const at = Date.now() - 60_000;
  const tea = { sku: "constructor", name: odd.tea, priceCents: 1_990, currency: "BRL" };
  const pot = { sku: "toString", name: odd.pot, priceCents: 8_990, currency: "BRL" };
  const events = [
    { type: "page", path: "/🫖", title: odd.title, props: { hasOwnProperty: "yes" } },
    { type: "search", path: "/s", query: "__proto__", results: 0 },
    { type: "product", path: "/1", products: [tea] },
    { type: "product", path: "/2", products: [pot] },
    { type: "product", path: `/${endless}`, products: [{ sku: "endless", name: endless, priceCents: 990, currency: "BRL" }] },
    { type: "cart-add", path: "/1", products: [tea] },
    { type: "cart-add", path: "/2", products: [pot] },
    { type: "checkout", path: "/checkout", name: "hasOwnProperty", step: 1 },
    { type: "page", path: "/", title: "[".repeat(300), props: JSON.parse('{"__proto__":{"isAdmin":true}}') as object },
  ].map((event, place) => ({ ...event, id: `odd-${place}`, at: at + place * 4_000 }));
  return fetch(`${app.url}/collect/v1/batch`, {
    method: "POST",
    headers: { origin: new URL(app.simulatorUrl).origin, "user-agent": userAgent },
    body: JSON.stringify({
      v: 1,
      site: "pk_local_demo_shop",
      sentAt: Date.now(),
      consent: "granted",
      visitor: "odd-visitor",
      asksPrivacy: false,
      sdk: { name: "web", version: "1.0.0" },
      page: { language: "ar", timeZone: "UTC", screen: { width: 390, height: 800 }, referrer: "" },
      events,
    }),
  });
}

test("names in other scripts, pictures, markup and names that every object has come through to every page as the text they are", async ({
  playwright,
  page,
}) => {
  const app = await startOwnApp();
  try {
    const { http } = await enter(playwright, "owner@demo.test", "entrepot-demo", "owner", app.url);
    const calls = callsOf(http);
    const answer: unknown = await (await visitOddly(app)).json();
    expect(answer).toEqual({ accepted: 8, duplicates: 0, rejected: [{ id: "odd-8", reason: "forbidden-key" }] });
    await expect.poll(calls.openEvents, { message: "the site has heard of the visit", timeout: 30_000 }).toEqual([8]);
    await letTheDayPass(app);
    const described = async () => (await calls.interactions("kind=left-checkout")).find(({ text }) => text.includes(odd.tea));
    await expect.poll(described, { timeout: 60_000 }).toBeDefined();
    const made = await described();
    if (made === undefined) throw new Error("the visit is gone again");
    expect(made.text).toContain("__proto__");
    expect(made.text).toContain(odd.pot);

    page.on("dialog", () => {
      throw new Error("markup of a stranger ran");
    });
    await page.context().request.post(`${app.url}/login`, {
      form: { email: "owner@demo.test", password: "entrepot-demo" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    await page.setViewportSize(phone);
    for (const path of ["/interactions", `/interactions/${made.id}`, `/sessions/${made.subjectId}`]) {
      await page.goto(`${app.url}${path}`);
      await expect(page.getByText(odd.pot).first(), path).toBeVisible();
      await expect(page.getByText(endless).first(), path).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await expect(page.getByText(odd.title).first()).toBeVisible();
    const { startDay } = await calls.today();
    await page.goto(`${app.url}/patterns?period=day&start=${startDay}`);
    const account = page.getByRole("list", { name: "What happened" });
    await expect(account.getByText("hasOwnProperty").first()).toBeVisible();
    await expect(account.getByText("“_proto_”").first()).toBeVisible();
    await page.goto(`${app.url}/collect`);
    await expect(page.getByText("isAdmin").first()).toBeAttached();
    await expectNoSidewaysScroll(page);
    await http.dispose();
    await page.close();
  } finally {
    await app.dispose();
  }
});
