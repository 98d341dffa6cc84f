import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, liveStatus, openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

async function ask(page: Page, question: string): Promise<Locator> {
  const field = page.getByRole("textbox", { name: /^(Sua pergunta|Your question)$/ });
  await field.fill(question);
  await field.press("Enter");
  return turn(page, question);
}

function turn(page: Page, question: string): Locator {
  return page.getByRole("article", { name: question });
}

async function expectAnswered(one: Locator): Promise<void> {
  await expect(one).toBeVisible();
  await expect(one.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(one.getByRole("button", { name: /^(Copiar resposta|Copy answer)$/ })).toBeVisible();
}

/** Nothing lies over it where it stands, without scrolling there. */
async function expectUncovered(one: Locator): Promise<void> {
  const isOnTop = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  await expect.poll(() => one.evaluate(isOnTop)).toBe(true);
}

test("one asks in Portuguese, follows up, and finds it again after a reload and by its words", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  await owner.http.post("/preferences", { form: { locale: "pt-BR", returnTo: "/chat" }, headers: { "sec-fetch-site": "same-origin" } });
  const page = await openAs(owner);
  await page.goto("/chat");
  await expect(liveStatus(page)).toHaveText("Ao vivo");
  await expect(page.getByText("Faça a primeira pergunta")).toBeVisible();
  await expectAccessible(page);
  await ask(page, "Quantos pedidos nos últimos 7 dias?");
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "Quantos pedidos nos últimos 7 dias?"));
  await expectAnswered(await ask(page, "e por canal?"));
  await expectUncovered(page.getByRole("list", { name: "Pergunte em seguida" }).getByRole("button").last());
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.reload();
  await expectAnswered(turn(page, "e por canal?"));
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1, name: "Quantos pedidos nos últimos 7 dias?" })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Conversas" }).click();
  await page.getByRole("searchbox", { name: "Palavras de perguntas e respostas" }).fill("canal");
  await page.getByRole("button", { name: "Buscar", exact: true }).click();
  await page.waitForURL(/q=canal/);
  await expect(
    page.getByRole("list", { name: "Conversas" }).getByRole("link", { name: "Quantos pedidos nos últimos 7 dias?" }),
  ).toBeVisible();
  await page.getByRole("searchbox").fill("inexistente");
  await page.getByRole("button", { name: "Buscar", exact: true }).click();
  await expect(page.getByText("Nenhuma conversa tem essas palavras.")).toBeVisible();
});

test("a question in other words stands beside the first one, by keyboard alone", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/chat");
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Your question" })).toBeFocused();
  await ask(page, "How many orders yesterday?");
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "How many orders yesterday?"));
  await page.getByRole("textbox", { name: "Your question" }).press("ArrowUp");
  const words = page.getByRole("textbox", { name: "The question in other words" });
  await words.fill("How many orders last week?");
  await words.press("Enter");
  await expectAnswered(turn(page, "How many orders last week?"));
  await expect(turn(page, "How many orders yesterday?")).toHaveCount(0);
  await expect(page.getByText("2 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Earlier wording" }).click();
  await expect(turn(page, "How many orders yesterday?")).toBeVisible();
  await expect(turn(page, "How many orders last week?")).toHaveCount(0);
});

test("a shared conversation goes on in another person's browser by itself, and closes when it is no longer shared", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  // What is no longer shared is no longer there for others.
  consoleGuard.allow("status of 404");
  const team = await newWorkspace("Ana Primeira");
  const member = await addMember(team, "analyst", "Bento Segundo");
  const page = await openLive(await openAs(team.owner), "/chat");
  await ask(page, "How many orders yesterday?");
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "How many orders yesterday?"));
  const menu = page.getByRole("button", { name: "What to do with this conversation" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Share with everybody" }).click();
  await page.getByRole("button", { name: "Share with everybody" }).click();
  await expect(toast(page, "Everybody in the workspace can read it now.")).toBeVisible();

  const theirs = await openLive(await openAs(member), "/chat");
  await theirs.getByRole("link", { name: "How many orders yesterday?" }).click();
  await expectAnswered(turn(theirs, "How many orders yesterday?"));
  await ask(theirs, "and by channel?");
  await expectAnswered(turn(page, "and by channel?"));
  await expect(turn(page, "and by channel?").getByText("Bento Segundo")).toBeVisible();

  await menu.click();
  await page.getByRole("menuitem", { name: "Keep to myself" }).click();
  await expect(theirs.getByRole("textbox", { name: "Your question" })).toHaveCount(0);
  await expect(turn(page, "and by channel?")).toBeVisible();
});

test("what is asked without a connection is answered once it is back", async ({ newWorkspace, openAs, consoleGuard }) => {
  consoleGuard.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/chat");
  await ask(page, "How many orders yesterday?");
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "How many orders yesterday?"));
  await page.context().setOffline(true);
  await expect(page.getByText("No connection. What you ask is sent as soon as it is back.")).toBeVisible();
  await ask(page, "How many orders last week?");
  await expect(turn(page, "How many orders last week?")).toBeVisible();
  await page.context().setOffline(false);
  await expectAnswered(turn(page, "How many orders last week?"));
  await expect(turn(page, "How many orders last week?")).toHaveCount(1);
});

test("a table beside a question is taken by what it is, and what was deleted can be taken back", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  // A page under the name of a table is refused.
  consoleGuard.allow("status of 400");
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/chat");
  await ask(page, "How many orders yesterday?");
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "How many orders yesterday?"));
  const file = page.getByLabel("A table as CSV, or a picture");
  await file.setInputFiles({ name: "evil.csv", mimeType: "text/csv", buffer: Buffer.from("<script>alert(1)</script>") });
  await expect(page.getByText("Attach a table as CSV, or a picture as PNG, JPEG, WebP or GIF.")).toBeVisible();
  await file.setInputFiles({ name: "sales.csv", mimeType: "text/csv", buffer: Buffer.from("sku,qty\nA,1\n") });
  await expect(page.getByRole("button", { name: "Leave out sales.csv" })).toBeVisible();
  const asked = await ask(page, "How many orders last week?");
  const download = page.waitForEvent("download");
  await asked.getByRole("link", { name: "sales.csv" }).click();
  expect((await download).suggestedFilename()).toBe("sales.csv");
  await expectAnswered(asked);

  await page.getByRole("button", { name: "What to do with this conversation" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.waitForURL(/\/chat$/);
  await expect(page.getByText("Ask your first question")).toBeVisible();
  await toast(page, "Deleted.").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("link", { name: "How many orders yesterday?" })).toBeVisible();
});

test("on a phone in the dark one asks with a thumb", async ({ newWorkspace, openAs }) => {
  const { owner } = await newWorkspace();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" as const };
  const page = await openLive(await openAs(owner, phone), "/chat");
  await page.getByRole("textbox", { name: "Your question" }).fill("How many orders yesterday?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.waitForURL(/\/chat\/cnv_/);
  await expectAnswered(turn(page, "How many orders yesterday?"));
  // The longest words that chips say.
  const long = "GMV by channel in the last 30 days compared with the month before";
  await expectAnswered(await ask(page, long));
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
