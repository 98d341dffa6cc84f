import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive } from "#e2e/fixtures/console.ts";
import { callsOf, playModel, useProvider } from "#e2e/fixtures/models.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { simulatorUrl } = readSettings();

const replySchema = z.looseObject({
  query: z.looseObject({ metric: z.string().optional() }).nullable(),
  answer: z.string(),
  source: z.string(),
  approvals: z.array(z.object({ id: z.string(), tool: z.string(), effects: z.array(z.string()) })),
  conversationId: z.string().nullable(),
});
const idSchema = z.object({ id: z.string() });
const stateSchema = z.object({ state: z.string(), askedBy: z.string(), decidedBy: z.string().nullable() });
const zoneSchema = z.looseObject({ part: z.looseObject({ tasks: z.array(z.looseObject({ kind: z.string() })) }) });

const query = {
  metric: "open-orders",
  by: [],
  where: [],
  grain: null,
  when: null,
  compare: "none",
  having: null,
  order: null,
  limit: 100,
};

async function ask(http: APIRequestContext, question: string, conversationId?: string) {
  const answer = await http.post("/api/v1/ask", { data: { question, ...(conversationId === undefined ? {} : { conversationId }) } });
  expect(answer.status(), await answer.text()).toBe(200);
  return replySchema.parse(await answer.json());
}

/** Aimed at questions that hold this word, so that no other test meets it. */
function playing(http: APIRequestContext, when: string) {
  return (action: string, input: Record<string, unknown> = {}) =>
    playModel(http, simulatorUrl, { vendor: "groq", action, when, times: 1, ...input });
}

async function aZone(http: APIRequestContext): Promise<string> {
  const made = async (path: string, data: unknown) => idSchema.parse(await (await http.post(path, { data })).json()).id;
  const warehouseId = await made("/api/v1/warehouses", { code: "ASK", name: "Depósito" });
  const zoneId = await made("/api/v1/zones", { warehouseId, code: "A", name: "Zona A" });
  const bin = { id: "A-01-02", code: "A-01-02", kind: "pick", aisle: "1", xMm: 0, yMm: 0, rank: 1, isBlocked: false, capacityUnits: null };
  const put = await http.post(`/api/v1/zones/${zoneId}/commands`, { data: { id: "ask-bins", command: { type: "put-bins", bins: [bin] } } });
  expect(put.ok(), await put.text()).toBe(true);
  return zoneId;
}

async function tasksIn(http: APIRequestContext, zoneId: string): Promise<string[]> {
  const { part } = zoneSchema.parse(await (await http.get(`/api/v1/zones/${zoneId}`)).json());
  return part.tasks.map(({ kind }) => kind);
}

async function askOnPage(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
}

test("a model answers with tools, and what it may not say, cannot finish or goes round in circles with is met by rules", async ({
  newWorkspace,
}) => {
  const { owner } = await newWorkspace();
  const { http } = owner;
  const asked = "how many open orders do we have right now?";
  expect(await ask(http, asked)).toMatchObject({ source: "rules", query: { metric: "open-orders" } });
  await useProvider(http, simulatorUrl, "groq");

  const play = playing(http, asked);
  await play("script", { tools: [{ name: "query_metrics", arguments: query }] });
  await play("script", { text: "There are 0 open orders. All is sent." });
  const answered = await ask(http, asked);
  expect(answered).toMatchObject({ source: "model", answer: "There are 0 open orders. All is sent.", query: { metric: "open-orders" } });
  await expect.poll(async () => (await callsOf(http, "&purpose=chat")).filter(({ source }) => source === "model").length).toBe(2);

  await play("script", { tools: [{ name: "query_metrics", arguments: query }] });
  await play("script", { text: "There are 4,711 open orders. Hurry." });
  const checked = await ask(http, asked);
  expect(checked.answer).not.toContain("4,711");
  expect(checked.answer).toContain("Hurry.");

  await play("script", { tools: [{ name: "query_metrics", arguments: query }], times: 3 });
  expect(await ask(http, asked)).toMatchObject({ source: "rules", query: { metric: "open-orders" } });

  await play("script", { text: "Let us see what there is to see. And then we shall go on and on and never come to an end of it." });
  await play("cut-stream", { afterEvents: 5 });
  const broken = await ask(http, asked);
  expect(broken).toMatchObject({ source: "model", query: null });
  expect(broken.answer).toContain("Let us see");

  expect((await http.put("/api/v1/ai/caps", { data: { scope: "workspace", window: "day", limitMicroUsd: 0 } })).ok()).toBe(true);
  expect(await ask(http, asked)).toMatchObject({ source: "rules", query: { metric: "open-orders" } });
  const refused = await http.post("/api/v1/ask", { data: { question: "xyzzy plugh" } });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: "not_understood",
    reason: "not-understood",
    suggestions: expect.any(Array),
  });
});

test("what is asked to be done is shown in the chat, done once after a yes, and told with who asked and who decided", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const { http } = owner;
  const zoneId = await aZone(http);
  const page = await openLive(await openAs(owner), "/chat");
  await askOnPage(page, "create a count for bin A-01-02");
  await expect(page.getByRole("heading", { name: /A-01-02/ }).first()).toBeVisible();
  await expect(page.getByText("What will happen")).toBeVisible();
  expect(await tasksIn(http, zoneId)).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await openLive(page, "/approvals");
  await expect(page.getByText("1 thing waits for your yes or no.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Approve: / }).dblclick();
  await expect(page.getByText("Nothing waits for a yes or no.")).toBeVisible();
  expect(await tasksIn(http, zoneId)).toEqual(["count"]);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(page.getByText("It was done.")).toBeVisible();
  await page.getByRole("heading", { level: 2 }).getByRole("link").click();
  await expect(page.getByText(/^Approved by|Approved by/).first()).toBeVisible();
  await expectAccessible(page);

  const again = await ask(http, "cria uma contagem para o endereço A-01-02");
  const [approval] = again.approvals;
  expect(approval).toMatchObject({ tool: "plan_count" });
  const no = await http.post(`/api/v1/approvals/${approval?.id ?? ""}/refuse`);
  expect(stateSchema.parse(await no.json())).toMatchObject({ state: "refused" });
  expect((await http.post(`/api/v1/approvals/${approval?.id ?? ""}/approve`)).status()).toBe(409);
  expect(await tasksIn(http, zoneId)).toEqual(["count"]);
});
