import { expect } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { newKeyClient } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a key is shown once, works at once and stops with its revocation", async ({ newWorkspace, openAs, playwright, consoleGuard }) => {
  consoleGuard.allow("400 (Bad Request)");
  const { owner, workspaceId } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/settings/api-keys");
  await page.getByRole("link", { name: "Make a key" }).first().click();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByRole("group", { name: "Permissions" }).getByRole("alert")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("<b>Import</b> 'nightly'");
  await page.getByRole("checkbox", { name: /team:read/ }).check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Copy the key now")).toBeVisible();
  const key = (
    await page
      .getByText(/^ek_local_/)
      .first()
      .innerText()
  ).trim();
  await expect(page.getByText("<b>Import</b> 'nightly'").first()).toBeVisible();

  const http = await newKeyClient(playwright, key);
  const me = (await (await http.get("/api/v1/me")).json()) as { workspace: { id: string }; scopes: string[] };
  expect(me).toMatchObject({ workspace: { id: workspaceId }, scopes: ["team:read"] });
  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.reload();
  expect(await page.content()).not.toContain(key);
  await expect(page.getByText(`${key.slice(0, 13)}…`)).toBeVisible();

  await page.getByRole("button", { name: "Revoke <b>Import</b> 'nightly'" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await expect(toast(page, "was revoked")).toBeVisible();
  expect((await http.get("/api/v1/me")).status()).toBe(401);
  await http.dispose();
});

test("a key can do no more than its maker, also after the maker lost rights", async ({ newWorkspace, addMember, playwright }) => {
  const team = await newWorkspace();
  const admin = await addMember(team, "admin");
  const data = { name: "Bridge", scopes: ["team:read", "keys:write", "audit:read"] };
  const made = (await (await admin.http.post("/api/v1/api-keys", { data })).json()) as { key: string };
  const http = await newKeyClient(playwright, made.key);
  expect((await http.post("/api/v1/api-keys", { data: { name: "More", scopes: ["team:write"] } })).status()).toBe(403);
  expect((await http.get("/api/v1/audit")).status()).toBe(200);
  await team.owner.http.patch(`/api/v1/members/${admin.userId}`, { data: { role: "viewer" } });
  expect((await http.get("/api/v1/audit")).status()).toBe(403);
  expect((await http.get("/api/v1/members")).status()).toBe(200);
  await team.owner.http.delete(`/api/v1/members/${admin.userId}`);
  expect((await http.get("/api/v1/members")).status()).toBe(401);
  await http.dispose();
});
