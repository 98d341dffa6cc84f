import { expect } from "@playwright/test";
import { signUpTeam } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const html = { accept: "text/html" };

test("ids of another workspace in addresses and forms show and change nothing", async ({
  playwright,
  newWorkspace,
  addMember,
  request,
}) => {
  const [team, stranger] = await Promise.all([newWorkspace(), signUpTeam(playwright, "Sofia Estranha")]);
  const member = await addMember(team, "admin", "Hidden Person");
  const { http } = stranger.owner;
  const audit = await team.owner.http.get("/api/v1/audit?limit=1");
  const { data } = (await audit.json()) as { data: { id: string }[] };
  const entry = data[0]?.id ?? "";
  for (const path of [
    `/settings/audit?actorId=${member.userId}`,
    `/settings/audit?open=${entry}&entry=${entry}`,
    `/settings/team?member=${member.userId}`,
    `/notifications?user=${member.userId}`,
    `/activity?workspace=${team.workspaceId}`,
    `/settings/audit/export?actorId=${member.userId}`,
  ]) {
    const answer = await http.get(path, { headers: html });
    expect(answer.status(), path).toBe(200);
    const text = await answer.text();
    for (const secret of ["Hidden Person", member.email, team.workspaceId]) expect(text, path).not.toContain(secret);
  }
  for (const form of [
    { intent: "remove", id: member.userId },
    { intent: "change-role", id: member.userId, role: "viewer" },
  ]) {
    const answer = await http.post("/settings/team", { form, headers: html, maxRedirects: 0 });
    expect(answer.status(), form.intent).toBe(404);
  }
  expect((await member.http.get("/api/v1/me")).status()).toBe(200);

  const room = `/parties/workspace-live/${team.workspaceId}`;
  expect((await request.get(room)).status()).toBe(401);
  expect((await http.get(room)).status()).toBe(403);
  expect((await team.owner.http.get(room)).status()).toBe(404);
  for (const hidden of ["rate-limiter/x", "RATE_LIMITER/x", "export-workflow/x", "__proto__/x", "constructor/x"]) {
    expect((await team.owner.http.get(`/parties/${hidden}`)).status(), hidden).toBe(404);
  }
  await http.dispose();
});
