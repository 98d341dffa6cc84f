import { expect, type Page } from "@playwright/test";
import { openLive } from "#e2e/fixtures/console.ts";
import { newEmail } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

type Told = { opened: boolean; code: number; frames: string[] };

/** Opens a socket from inside a page, so with its cookies and origin, sends frames, and tells what came back. */
function talk(page: Page, workspaceId: string, frames: string[], until = { text: "", count: 1 }): Promise<Told> {
  return page.evaluate(
    ({ workspaceId, frames, until }) =>
      new Promise<Told>((resolve) => {
        const told: Told = { opened: false, code: 0, frames: [] };
        const socket = new WebSocket(`ws://${location.host}/parties/workspace-live/${workspaceId}?_pk=${crypto.randomUUID()}`);
        socket.addEventListener("open", () => {
          told.opened = true;
          for (const frame of frames) socket.send(frame);
        });
        socket.addEventListener("message", (event: MessageEvent<string>) => {
          if (event.data.includes(until.text)) told.frames.push(event.data);
          if (told.frames.length >= until.count) socket.close(1000);
        });
        socket.addEventListener("close", (event) => resolve({ ...told, code: event.code }));
      }),
    { workspaceId, frames, until },
  );
}

test("a room opens to the workspace's own people only", async ({ newWorkspace, openAs, page, consoleGuard }) => {
  consoleGuard.allow("WebSocket connection");
  const [ours, theirs] = await Promise.all([newWorkspace(), newWorkspace()]);
  const inside = await openLive(await openAs(ours.owner), "/overview");
  const hello = JSON.stringify({ v: 1, type: "hello" });
  expect((await talk(inside, ours.workspaceId, [hello])).opened).toBe(true);
  for (const room of [theirs.workspaceId, "wsp_demo", "wsp_nobody", ""]) {
    expect((await talk(inside, room, [hello])).opened, room).toBe(false);
  }
  await page.goto("/login");
  expect((await talk(page, ours.workspaceId, [hello])).opened, "without a session").toBe(false);
});

test("frames that mean nothing get a reason, and the room goes on", async ({ newWorkspace, openAs }) => {
  const { owner, workspaceId } = await newWorkspace();
  const page = await openLive(await openAs(owner), "/activity");
  const bad = ["", "{", "null", "[]", "hello", '{"v":2,"type":"hello"}', '{"v":1,"type":"nothing"}', '{"v":1,"type":"page","path":"x"}'];
  const told = await talk(page, workspaceId, bad, { text: "malformed", count: bad.length });
  expect(told.frames).toHaveLength(bad.length);
  const large = await talk(page, workspaceId, ["x".repeat(5_000)], { text: "too-large", count: 1 });
  expect(large.frames).toHaveLength(1);
});

test("a page that floods its socket harms nobody else", async ({ newWorkspace, addMember, openAs }) => {
  const team = await newWorkspace();
  const member = await addMember(team, "viewer");
  const [flooding, watching] = await Promise.all([
    openLive(await openAs(member), "/overview"),
    openLive(await openAs(team.owner), "/activity"),
  ]);
  const flood = Array.from({ length: 5_000 }, (_, index) => JSON.stringify({ v: 1, type: "page", path: `/${index}` }));
  const told = await talk(flooding, team.workspaceId, flood, { text: "too-fast", count: 100 });
  expect(told.frames).toHaveLength(100);
  const email = newEmail("calm");
  await team.owner.http.post("/api/v1/invitations", { data: { email, role: "viewer" } });
  await expect(watching.getByText(`invited ${email}`)).toBeVisible();
  await expect(flooding.getByText(`invited ${email}`)).toBeVisible();
});
