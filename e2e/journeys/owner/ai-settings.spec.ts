import { expect } from "@playwright/test";
import { groqLocalKey } from "#app/integrations/groq/simulator.ts";
import { openaiLocalKey } from "#app/integrations/openai/simulator.ts";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { expectNoSidewaysScroll, openLive, toast } from "#e2e/fixtures/console.ts";
import { addProvider, provider, providers } from "#e2e/fixtures/models.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { simulatorUrl } = readSettings();
const groqUrl = `${simulatorUrl}/groq/openai/v1`;

test("a provider is added with a wrong key, told so, mended, tested, and put in order", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/settings/ai");
  const watching = await openLive(await openAs(await addMember(team, "manager")), "/settings/ai");
  await expect(page.getByText("Everything answers from rules", { exact: true })).toBeVisible();
  await expect(watching.getByRole("button", { name: "Add provider" })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add provider" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Add provider" }).click();
  await expect(page.getByRole("dialog").getByLabel("API key")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await addProvider(page, { key: "gsk_not_the_right_one", url: groqUrl });
  await expect(toast(page, "Groq was added.")).toBeVisible();
  await expect(watching.getByText("Not tested yet")).toBeVisible();
  await page.getByRole("button", { name: "Test Groq" }).click();
  await expect(provider(page, "Groq").getByText("Key refused")).toBeVisible();
  await expect(provider(page, "Groq").getByText("The provider does not accept this key.")).toBeVisible();

  await page.getByRole("button", { name: "Change Groq" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("API key")).toHaveValue("");
  await dialog.getByLabel("API key").fill(groqLocalKey);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, "Groq was changed.")).toBeVisible();
  await page.getByRole("button", { name: "Test Groq" }).click();
  await expect(provider(page, "Groq").getByText("Answers", { exact: true })).toBeVisible();
  await expect(provider(page, "Groq").getByText(/^· \d+ ms$/)).toBeVisible();
  await expect(watching.getByText("Answers", { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(groqLocalKey);

  await addProvider(page, { kind: "openai", key: openaiLocalKey, url: `${simulatorUrl}/openai/v1` });
  await expect(providers(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Up: OpenAI" }).press("Enter");
  await expect(providers(page).first().getByRole("heading")).toHaveText(/OpenAI$/);
  await expect(page.getByRole("button", { name: "Up: OpenAI" })).toBeDisabled();

  const first = page.getByLabel("Asked first: Chat");
  await first.selectOption({ label: "Groq · openai/gpt-oss-120b" });
  await expect(toast(page, "Chat was saved.")).toBeVisible();
  await expect(watching.getByLabel("Asked first: Chat")).toHaveValue(/openai\/gpt-oss-120b$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await page.getByRole("button", { name: "Remove Groq" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Remove" }).click();
  await expect(toast(page, "Groq was removed.")).toBeVisible();
  await expect(first).toHaveValue("general");
});

test("what AI may cost is capped for the workspace and for an agent, and shown to those who watch", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("400");
  const team = await newWorkspace();
  const page = await openLive(await openAs(team.owner), "/ai");
  const watching = await openLive(await openAs(await addMember(team, "analyst")), "/ai");
  await expect(page.getByText("No provider is set up: everything answers from rules and nothing is spent.")).toBeVisible();
  await expect(page.getByText("Nothing was asked yet")).toBeVisible();
  await expect(watching.getByRole("button", { name: "Add cap" })).toHaveCount(0);

  const caps = page.getByRole("region", { name: "Caps on spending" });
  await caps.getByRole("button", { name: "Change the cap: Whole workspace, a month" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("At most, US$").fill("plenty");
  await dialog.getByRole("button", { name: "Set cap" }).click();
  await expect(dialog.getByText("Write an amount like 189.90.")).toBeVisible();
  await dialog.getByLabel("At most, US$").fill("12.50");
  await dialog.getByRole("button", { name: "Set cap" }).click();
  await expect(toast(page, "The cap holds from the next call on.")).toBeVisible();
  await expect(watching.getByText("$0.00 of $12.50")).toBeVisible();

  await page.getByRole("button", { name: "Add cap" }).click();
  await dialog.getByLabel("For", { exact: true }).selectOption("agent");
  await dialog.getByLabel("Whom").selectOption("optimizer");
  await dialog.getByLabel("At most, US$").fill("0");
  await dialog.getByRole("button", { name: "Set cap" }).click();
  await expect(page.getByText("A cap is used up")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await caps.getByRole("button", { name: /^Remove the cap: Optimizer/ }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("A cap is used up")).toBeHidden();
});
