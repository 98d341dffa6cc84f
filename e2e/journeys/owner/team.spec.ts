import { expect, type Page } from "@playwright/test";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { newAddress, newEmail, password } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("an invited teammate joins through the mail and appears without a reload", async ({ newWorkspace, openAs, mailbox, twoBrowsers }) => {
  const { owner, workspaceName } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/settings/team");
  const email = newEmail("teammate");
  await page.getByRole("link", { name: "Invite" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("radio", { name: /Manager/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(toast(page, `Invitation sent to ${email}`)).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();

  const joining = twoBrowsers.second;
  await joining.setExtraHTTPHeaders({ "cf-connecting-ip": newAddress() });
  await joining.goto(mailbox.linkIn(await mailbox.waitFor(email)));
  await expect(joining.getByRole("heading", { name: `Join ${workspaceName}` })).toBeVisible();
  await joining.getByLabel("Your name").fill("Mateus Novo");
  await joining.getByLabel("Password", { exact: true }).fill(password);
  await joining.getByRole("button", { name: "Join the workspace" }).click();
  await expect(joining).toHaveURL("/overview");

  await expect(rowOf(page, "Mateus Novo")).toBeVisible();
  await expect(rowOf(page, "Mateus Novo").getByRole("combobox")).toHaveValue("manager");
  await expect(page.getByText("No invitation is waiting for an answer.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
});

test("a new role reaches the person's open page at once", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  const member = await addMember(team, "viewer", "Vera Vista");
  const [page, theirs] = await Promise.all([
    openLive(await openAs(team.owner), "/settings/team"),
    openLive(await openAs(member), "/overview"),
  ]);
  await expect(theirs.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await page.getByLabel("Role of Vera Vista").selectOption("admin");
  await expect(toast(page, "Vera Vista is now Admin")).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Audit log" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
});

test("a removed member's open page leaves at once and says why", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  const member = await addMember(team, "analyst", "Raul Saindo");
  const [page, theirs] = await Promise.all([
    openLive(await openAs(team.owner), "/settings/team"),
    openLive(await openAs(member), "/activity"),
  ]);
  await page.getByRole("button", { name: "Remove Raul Saindo" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("somebody else");
  await dialog.getByRole("button", { name: "Remove Raul Saindo" }).click();
  await expect(dialog.getByText("That is not the name. Type it exactly as shown.")).toBeVisible();
  await dialog.getByRole("textbox").fill("Raul Saindo");
  await dialog.getByRole("button", { name: "Remove Raul Saindo" }).click();
  await expect(toast(page, "Raul Saindo was removed")).toBeVisible();
  await expect(rowOf(page, "Raul Saindo")).toHaveCount(0);
  await expect(theirs).toHaveURL("/login?ended=removed");
  await expect(theirs.getByText("You are no longer in this workspace")).toBeVisible();
  expect((await member.http.get("/api/v1/me")).status()).toBe(401);
});

test("the last owner stays owner, and nobody below makes owners", async ({ newWorkspace, addMember, openAs, consoleGuard }) => {
  const team = await newWorkspace("Otto Dono");
  const admin = await addMember(team, "admin");
  consoleGuard.allow("409 (Conflict)");
  const page = await openLive(await openAs(team.owner), "/settings/team");
  await page.getByLabel("Role of Otto Dono").selectOption("viewer");
  await expect(rowOf(page, "Otto Dono").getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Role of Otto Dono")).toHaveValue("owner");
  await expect(page.getByRole("button", { name: "Remove Otto Dono" })).toHaveCount(0);
  expect((await team.owner.http.delete(`/api/v1/members/${team.owner.userId}`)).status()).toBe(409);
  expect((await admin.http.patch(`/api/v1/members/${admin.userId}`, { data: { role: "owner" } })).status()).toBe(403);
  expect((await admin.http.delete(`/api/v1/members/${team.owner.userId}`)).status()).toBe(403);
  expect((await admin.http.post("/api/v1/invitations", { data: { email: newEmail("x"), role: "owner" } })).status()).toBe(403);
});

test("two owners who unmake each other at the same moment leave one owner", async ({ newWorkspace, addMember }) => {
  const team = await newWorkspace();
  const second = await addMember(team, "owner");
  const answers = await Promise.all([
    team.owner.http.patch(`/api/v1/members/${second.userId}`, { data: { role: "viewer" } }),
    second.http.patch(`/api/v1/members/${team.owner.userId}`, { data: { role: "viewer" } }),
  ]);
  expect(answers.map((answer) => answer.status()).filter((status) => status === 200)).toHaveLength(1);
});

test("a waiting invitation can be sent again and taken back", async ({ newWorkspace, openAs, mailbox, page: stranger }) => {
  const team = await newWorkspace();
  const email = newEmail("maybe");
  await team.owner.http.post("/api/v1/invitations", { data: { email, role: "viewer" } });
  const first = mailbox.linkIn(await mailbox.waitFor(email));
  const page = await openLive(await openAs(team.owner), "/settings/team");
  await page.getByRole("button", { name: `Send again to ${email}` }).click();
  await expect(toast(page, `Invitation sent again to ${email}`)).toBeVisible();
  await expect.poll(async () => (await mailbox.allTo(email)).length).toBe(2);
  const second = (await mailbox.allTo(email)).map((mail) => mailbox.linkIn(mail)).find((link) => link !== first) ?? "";
  await stranger.goto(first);
  await expect(stranger.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await stranger.goto(second);
  await expect(stranger.getByRole("heading", { name: /^Join / })).toBeVisible();
  await page.getByRole("button", { name: `Take back ${email}’s invitation` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(toast(page, `Invitation to ${email} taken back`)).toBeVisible();
  await expect(page.getByText("No invitation is waiting for an answer.")).toBeVisible();
  await stranger.goto(second);
  await expect(stranger.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});
