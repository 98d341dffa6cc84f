import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { readWorkspace, updateWorkspace } from "./update-workspace.server.ts";

const settings = { timeZone: "Europe/Lisbon", currency: "EUR", locale: "pt-BR" };

/** The owner in a request that recognised them before whatever happens next. */
async function recognisedOwner() {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  return { home, ctx: { ...ctx, recognisedIn: await readWorkspace(ctx) } };
}

test("settings are saved on the workspace the caller was recognised in, without reading it again", async () => {
  const { ctx } = await recognisedOwner();
  const unread = { ...ctx, db: { ...ctx.db, first: () => Promise.reject(new Error("read again")) } };
  await updateWorkspace(unread, { ...settings, name: "Saved", version: 1 }, { isOnboarding: false });
  expect(await readWorkspace(ctx)).toMatchObject({ ...settings, name: "Saved", version: 2 });
});

test("who was recognised before somebody else's change overwrites nothing, and the log says nothing false", async () => {
  const { home, ctx } = await recognisedOwner();
  const { recognisedIn: _earlier, ...other } = ctx;
  await updateWorkspace(other, { ...settings, name: "First", version: 1 }, { isOnboarding: false });
  const late = updateWorkspace(ctx, { ...settings, name: "Late", version: 1 }, { isOnboarding: false });
  await expect(late).rejects.toThrow("a newer version exists");
  expect(await readWorkspace(ctx)).toMatchObject({ name: "First", version: 2 });
  const lines = await env.DB.prepare("select subject_label from audit_log where workspace_id = ? and action = 'workspace.updated'")
    .bind(home.id)
    .all();
  expect(lines.results).toEqual([{ subject_label: "First" }]);
});

test.each(["Mars/Olympus", "", "UTC; drop"])("a time zone nobody knows (%s) is refused", async (timeZone) => {
  const { ctx } = await recognisedOwner();
  const saving = updateWorkspace(ctx, { ...settings, timeZone, name: "Saved", version: 1 }, { isOnboarding: false });
  await expect(saving).rejects.toMatchObject({ code: "invalid" });
});

test("a time zone may be named as people write it", async () => {
  const { ctx } = await recognisedOwner();
  await updateWorkspace(ctx, { ...settings, timeZone: "america/sao_paulo", name: "Saved", version: 1 }, { isOnboarding: false });
  expect(await readWorkspace(ctx)).toMatchObject({ version: 2 });
});
