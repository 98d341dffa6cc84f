import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect } from "@playwright/test";
import { openLive } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

test("an owner makes a key for an assistant, which connects with it and may not act alone", async ({
  newWorkspace,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("400 (Bad Request)");
  const { owner } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/settings/connect");
  await expect(page.getByText("No key for an assistant yet.")).toBeVisible();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Claude on Ana's laptop");
  await page.getByRole("radio", { name: /Look, and ask for changes/ }).check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Copy the key now")).toBeVisible();
  const key = (await page.getByText(/^ek_local_[\w-]{20,}$/).innerText()).trim();
  await expect(page.getByText("Has not called yet")).toBeVisible();

  await page.getByText("Cursor", { exact: true }).click();
  await expect(page.getByText("Bearer ${env:ENTREPOT_KEY}")).toBeVisible();
  const client = new Client({ name: "e2e", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("/mcp", readSettings().appUrl), {
      requestInit: { headers: { authorization: `Bearer ${key}` } },
    }),
  );
  const { tools } = await client.listTools();
  await client.close();
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(["ask", "query_metrics", "change_price", "read_approval"]));
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true && annotations?.destructiveHint !== true)).toEqual([]);

  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText(/^Last call/)).toBeVisible();
});
