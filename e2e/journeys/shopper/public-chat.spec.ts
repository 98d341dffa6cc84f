import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { connectShop, readChannel } from "#e2e/fixtures/connect-shop.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";
import { type SimulatedGood, simulatedGood } from "#app/integrations/simulated-goods.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { appUrl, simulatorUrl } = readSettings();
const madeSchema = z.object({ id: z.string(), publicKey: z.string() });
const listSchema = z.object({ data: z.array(z.unknown()) });
const soldSchema = z.object({ data: z.array(z.object({ sku: z.string().nullable() })), nextCursor: z.string().nullable() });
const published = "Entrega: em até 2 dias úteis.";

/** A shop that sells what the demo shop shows, whose goods can be found, with a site whose pages may ask. */
async function openShop({ http }: Person): Promise<{ id: string; publicKey: string }> {
  const channelId = await connectShop(http, "mercado-livre", "201350");
  await expect.poll(async () => (await readChannel(http, channelId)).lastSyncAt, { timeout: 90_000 }).not.toBeNull();
  const found = async () => listSchema.parse(await (await http.get("/api/v1/search?kind=product&q=chaleira")).json()).data.length;
  await expect.poll(found, { message: "goods that can be found", timeout: 30_000 }).toBeGreaterThan(0);
  const made = await http.post("/api/v1/sites", { data: { name: "Loja", kind: "web", domains: ["127.0.0.1"] } });
  return madeSchema.parse(await made.json());
}

/** Of what the demo shop shows, the things that are on sale at the marketplace too. */
async function soldGoods({ http }: Person): Promise<SimulatedGood[]> {
  const skus = new Set<string | null>();
  for (let cursor: string | null = ""; cursor !== null;) {
    const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = soldSchema.parse(await (await http.get(`/api/v1/listings?limit=200&status=active${query}`)).json());
    for (const { sku } of page.data) skus.add(sku);
    cursor = page.nextCursor;
  }
  return Array.from({ length: 24 }, (_, number) => simulatedGood(number)).filter(({ sku }) => skus.has(sku));
}

const log = (page: Page) => page.getByRole("log");

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "Sua pergunta" }).fill(question);
  await page.keyboard.press("Enter");
  await expect(log(page)).toContainText(question);
  await expect(page.getByText("Procurando…")).toHaveCount(0);
}

test("a shopper asks in Portuguese about a product and is told, asks about sales and is declined, and is slowed down in the end", async ({
  newWorkspace,
  openAs,
  addMember,
  page,
  consoleGuard,
}) => {
  test.setTimeout(180_000);
  // Asking too often is what the last part is about.
  consoleGuard.allow("429");
  const team = await newWorkspace();
  const { id, publicKey } = await openShop(team.owner);
  const goods = await soldGoods(team.owner);
  const shown = goods.find(({ option }) => option.endsWith(" V"));
  const other = goods.find((good) => good !== shown);
  const shopPage = `${simulatorUrl}/demo-shop/p/${shown?.sku ?? ""}?site=${publicKey}`;
  const launcher = page.getByRole("button", { name: "Perguntar sobre um produto" });

  await test.step("nothing shows before the owner says so", async () => {
    const told = page.waitForResponse(`${appUrl}/public/v1/chat?key=${publicKey}`);
    await page.goto(shopPage);
    expect(await (await told).json()).toEqual({ isOn: false, greeting: "" });
    await expect(launcher).toHaveCount(0);
  });

  const owning = await openLive(await openAs(team.owner), `/sites/${id}/chat`);
  await test.step("the owner writes what may be told and puts it on", async () => {
    await expect(owning.getByText("Nothing was asked yet")).toBeVisible();
    await expectAccessible(owning);
    await owning.getByLabel("Show the chat on this site").check();
    await owning.getByLabel("What you publish here").fill(published);
    await owning.getByLabel("Questions a day, all visitors together").fill("0");
    await owning.getByRole("button", { name: "Save" }).click();
    await expect(owning.getByLabel("Questions a day, all visitors together")).toHaveAttribute("aria-invalid", "true");
    await owning.getByLabel("Questions a day, all visitors together").fill("500");
    await owning.getByRole("button", { name: "Save" }).click();
    await expect(toast(owning, "Saved.")).toBeVisible();
    consoleGuard.allow("400");
  });

  await test.step("a shopper asks about what the page shows and about other goods", async () => {
    await page.route(`${appUrl}/public/v1/chat?**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), "cache-control": "no-cache" } }),
    );
    await page.goto(`${shopPage}&again=1`);
    await page.reload();
    await launcher.click();
    await expect(page.getByRole("textbox", { name: "Sua pergunta" })).toBeFocused();
    await expectAccessible(page);
    await ask(page, "qual a voltagem?");
    await expect(log(page)).toContainText(`Voltagem: ${shown?.option ?? "?"}`);
    await ask(page, `quanto custa ${other?.title ?? ""}?`);
    await expect(log(page)).toContainText("R$");
    await ask(page, "qual o prazo de entrega?");
    await expect(log(page)).toContainText(published);
    await expectAccessible(page);
  });

  await test.step("what is nobody's business is declined with what can be asked", async () => {
    await ask(page, "quanto vocês venderam ontem?");
    await expect(log(page)).toContainText("Isso eu não posso responder. Posso responder sobre os produtos da loja");
    await expect(log(page)).not.toContainText(team.workspaceId);
  });

  await test.step("who asks too often is told to wait", async () => {
    for (let count = 0; count < 6; count += 1) await ask(page, `oi ${"!".repeat(count + 1)}`);
    await expect(log(page)).toContainText("Muitas perguntas em pouco tempo");
    await page.keyboard.press("Escape");
    await expect(launcher).toBeFocused();
    await page.setViewportSize({ width: 390, height: 844 });
    await launcher.click();
    await expectNoSidewaysScroll(page);
  });

  await test.step("the owner sees what was asked, and a viewer sees it without buttons", async () => {
    await owning.reload();
    const list = owning.getByRole("list", { name: "What was asked" });
    await expect(list).toContainText("quanto vocês venderam ontem?");
    await owning.getByRole("navigation", { name: "Questions by answer" }).getByRole("link", { name: "Declined" }).click();
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expectAccessible(owning);
    const watching = await openLive(await openAs(await addMember(team, "viewer")), `/sites/${id}/chat`);
    await expect(watching.getByText("quanto vocês venderam ontem?")).toBeVisible();
    await expect(watching.getByRole("button", { name: /Save|Forget/ })).toHaveCount(0);
    await owning.getByRole("button", { name: "Forget all" }).click();
    await owning.getByRole("alertdialog").getByRole("button", { name: "Forget all" }).click();
    await expect(owning.getByText("Nothing was asked yet").or(owning.getByText("None of these."))).toBeVisible();
    await owning.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(owning);
  });
});

test("limits and foreign pages are answered so that a program can act on it", async ({ newWorkspace, request }) => {
  const team = await newWorkspace();
  const made = await team.owner.http.post("/api/v1/sites", { data: { name: "Loja", kind: "web", domains: ["loja.example"] } });
  const { id, publicKey } = madeSchema.parse(await made.json());
  const saved = await team.owner.http.put(`/api/v1/sites/${id}/chat`, { data: { isOn: true, version: 0 } });
  expect(saved.status()).toBe(200);
  const headers = { origin: "https://loja.example" };
  const post = (path: string, data: object, from = headers.origin) =>
    request.post(`/public/v1/${path}`, { data, headers: { origin: from } });
  const opened = await post("token", { key: publicKey });
  expect(opened.headers()["access-control-allow-origin"]).toBe(headers.origin);
  const { token } = z.object({ token: z.string(), expiresInSeconds: z.number() }).parse(await opened.json());
  for (let count = 0; count < 8; count += 1) expect((await post("chat", { token, question: "oi" })).status()).toBe(200);
  const refused = await post("chat", { token, question: "oi" });
  expect([refused.status(), Number(refused.headers()["retry-after"]) > 0]).toEqual([429, true]);
  expect(refused.headers()["ratelimit-policy"]).toContain("public-chat-minute");
  expect((await post("token", { key: publicKey }, "https://evil.example")).status()).toBe(403);
  expect((await post("chat", { token, question: "oi" }, "https://evil.example")).status()).toBe(403);
  expect((await post("chat", { token: `${token}x`, question: "oi" })).status()).toBe(401);
  expect((await post("chat", { token, question: "x".repeat(9_000) })).status()).toBe(413);
  const preflight = await request.fetch("/public/v1/chat", {
    method: "OPTIONS",
    headers: { ...headers, "access-control-request-method": "POST" },
  });
  expect([preflight.status(), preflight.headers()["access-control-allow-methods"]]).toEqual([204, "GET, POST, OPTIONS"]);
  expect((await request.get("/public/v1/token")).status()).toBe(404);
});

test("what verifies tokens is published, and a key's token carries its id", async ({ request, newWorkspace, playwright }) => {
  const { keys } = z
    .object({ keys: z.array(z.looseObject({ kid: z.string() })) })
    .parse(await (await request.get("/.well-known/jwks.json")).json());
  for (const key of keys) expect(Object.keys(key).toSorted()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  const team = await newWorkspace();
  const made = await team.owner.http.post("/api/v1/api-keys", { data: { name: "Program", scopes: ["activity:read"] } });
  const { key } = z.object({ key: z.string() }).parse(await made.json());
  const http = await playwright.request.newContext({ baseURL: appUrl, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  const issued = z.object({ token: z.string() }).parse(await (await http.post("/api/v1/tokens", { data: {} })).json());
  const head = z.object({ kid: z.string(), alg: z.literal("EdDSA") });
  const { kid } = head.parse(JSON.parse(Buffer.from(issued.token.split(".")[0] ?? "", "base64url").toString()));
  expect(keys.map((one) => one.kid)).toContain(kid);
  await http.dispose();
});
