import { expect } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { test } from "#e2e/fixtures/test.ts";

test("of two people who change the workspace at once nobody overwrites the other unseen", async ({
  newWorkspace,
  addMember,
  openAs,
  consoleGuard,
}) => {
  consoleGuard.allow("409 (Conflict)");
  const team = await newWorkspace();
  const admin = await addMember(team, "admin");
  const [first, second] = await Promise.all([openAs(team.owner), openAs(admin)]);
  await Promise.all([openLive(first, "/settings/workspace"), openLive(second, "/settings/workspace")]);
  await second.getByLabel("Name", { exact: true }).fill("Second thought");
  await first.getByLabel("Name", { exact: true }).fill("First come");
  await first.getByRole("button", { name: "Save workspace" }).click();
  await expect(toast(first, "Workspace saved")).toBeVisible();

  await second.getByRole("button", { name: "Save workspace" }).click();
  await expect(second.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Second thought");
  await second.getByRole("button", { name: "Load their version" }).click();
  await expect(second.getByText("First come").first()).toBeVisible();
  await second.getByRole("button", { name: "Save workspace" }).click();
  await expect(toast(second, "Workspace saved")).toBeVisible();
  const { name } = (await (await team.owner.http.get("/api/v1/workspace")).json()) as { name: string };
  expect(name).toBe("Second thought");
});

test("who may not change the workspace sees it and no form", async ({ crew, openAs }) => {
  const page = await openLive(await openAs(crew.members.viewer), "/settings/workspace");
  await expect(page.getByText("Only owners and admins can change these.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save workspace" })).toHaveCount(0);
  await expect(page.getByText(crew.workspaceName).first()).toBeVisible();
});
