import { expect } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

const settings = z.object({ consentMode: z.string(), samplePercent: z.number() });

test("a site is added, built in by its line, changed, paused and removed by its name", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
  request,
}) => {
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/sites");
  await expect(page.getByText("See what shoppers do in your own shop")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New site" }).first().click();
  await page.getByLabel("Name").fill("Casa Verde");
  await page.getByRole("button", { name: "Add site" }).click();
  await expect(page.getByText("Name at least one domain your pages are on.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Domains").fill("casaverde.example\n*.casaverde.example");
  await page.getByRole("button", { name: "Add site" }).click();
  await expect(page.getByRole("heading", { name: "Casa Verde", level: 1 })).toBeVisible();
  await expect(page.getByText("Waiting for the first event…")).toBeVisible();
  await expectAccessible(page);

  const line = page.getByLabel("Code to copy");
  await expect(line).toContainText("/sdk/entrepot.js");
  const key = /pk_[\w-]+/.exec((await line.textContent()) ?? "")?.[0] ?? "";
  await page.getByRole("link", { name: "React Native" }).click();
  await expect(line).toContainText("AsyncStorage");
  await expect(line).toContainText(key);

  const told = async () => {
    const answer = await request.get(`/collect/v1/site?key=${key}`, { headers: { origin: "https://www.casaverde.example" } });
    return answer.ok() ? settings.parse(await answer.json()) : answer.status();
  };
  expect(await told()).toEqual({ consentMode: "full", samplePercent: 100 });
  expect((await request.get(`/collect/v1/site?key=${key}`, { headers: { origin: "https://evil.example" } })).status()).toBe(403);

  await page.getByRole("radio", { name: /Nothing before a yes/ }).check();
  await page.getByLabel("Collect of visitors").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Collect of visitors")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Collect of visitors").fill("25");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: /Nothing before a yes/ })).toBeChecked();
  await expect(page.getByLabel("Collect of visitors")).toHaveValue("25");

  await page.getByRole("button", { name: "Pause: Casa Verde" }).click();
  await expect(page.getByText("This site is paused: what its pages send is not taken.")).toBeVisible();
  const watching = await openLive(await openAs(await addMember(team, "viewer")), "/sites");
  await expect(watching.getByText("Paused")).toBeVisible();
  await expect(watching.getByRole("link", { name: "New site" })).toHaveCount(0);
  await page.getByRole("button", { name: "Collect again: Casa Verde" }).click();
  await expect(watching.getByText("Waiting for its first event")).toBeVisible();

  await page.getByRole("button", { name: "Renew key: Casa Verde" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Renew key" }).click();
  await expect(line).not.toContainText(key);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove: Casa Verde" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("Casa");
  await dialog.getByRole("button", { name: "Remove Casa Verde" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("textbox").fill("Casa Verde");
  await dialog.getByRole("button", { name: "Remove Casa Verde" }).click();
  await expect(page.getByText("See what shoppers do in your own shop")).toBeVisible();
});
