import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { changeSite } from "./change-site.server.ts";
import { createSite } from "./create-site.server.ts";
import { findSiteByKey } from "./find-site-by-key.server.ts";
import { listRecentEvents } from "./list-recent-events.server.ts";
import { listSites } from "./list-sites.server.ts";
import type { RecentEvent } from "../collect/ports.ts";
import { readSite } from "./read-site.server.ts";
import { readSiteSettings } from "./read-site-settings.server.ts";
import { removeSite } from "./remove-site.server.ts";
import { renewSiteKey } from "./renew-site-key.server.ts";
import { switchSite } from "./switch-site.server.ts";

async function stageWithSite() {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const made = await createSite(ctx, { name: "Loja", kind: "web", domains: ["Shop.Example", "shop.example"] });
  return { home, stage, ctx, ...made };
}

const page = "https://shop.example";

test("a new site collects by the usual settings, under a key of its own", async () => {
  const { ctx, id, publicKey } = await stageWithSite();
  expect(publicKey).toMatch(/^pk_[\w-]{24}$/);
  expect(await readSite(ctx, { id })).toMatchObject({
    publicKey,
    domains: ["shop.example"],
    consentMode: "full",
    honoursPrivacySignals: true,
    samplePercent: 100,
    sessionIdleMinutes: 60,
    isEnabled: true,
    firstEventAt: null,
  });
  expect((await listSites(ctx)).data.map((site) => site.id)).toContain(id);
});

test("a web site without a domain is refused by that field, an app needs none", async () => {
  const { ctx } = await stageWithSite();
  await expect(createSite(ctx, { name: "Loja", kind: "web", domains: [] })).rejects.toMatchObject({
    fields: { domains: "domainsRequired" },
  });
  await expect(createSite(ctx, { name: "App", kind: "app" })).resolves.toHaveProperty("publicKey");
});

test("a change is kept with what was before it, and a stale one is refused", async () => {
  const { ctx, id } = await stageWithSite();
  const asked = { id, name: "Loja", kind: "web", domains: ["shop.example"], samplePercent: 50, maskSelectors: [".name"] };
  expect(await changeSite(ctx, { ...asked, version: 1 })).toMatchObject({ samplePercent: 50, version: 2 });
  await expect(changeSite(ctx, { ...asked, samplePercent: 10, version: 1 })).rejects.toMatchObject({ reason: "changedMeanwhile" });
  const { results } = await env.DB.prepare("select before, after from audit_log where subject_id = ? and action = 'site.changed'")
    .bind(id)
    .all<{ before: string; after: string }>();
  expect(results.map(({ before, after }): unknown => JSON.parse(`[${before},${after}]`))).toEqual([
    [
      { samplePercent: 100, maskSelectors: [] },
      { samplePercent: 50, maskSelectors: [".name"] },
    ],
  ]);
});

test("a site is found by its key in its own workspace, and what is changed holds after a minute", async () => {
  const { home, stage, ctx, id, publicKey } = await stageWithSite();
  expect(await findSiteByKey(stage.visitor, publicKey)).toMatchObject({ workspaceId: home.id, site: { id, isEnabled: true } });
  await switchSite(ctx, { id, isEnabled: false });
  stage.clock.advance(60_000);
  expect(await findSiteByKey(stage.visitor, publicKey)).toMatchObject({ site: { isEnabled: false } });
});

test("a key is read from the database once a minute, also one of nobody", async () => {
  let asked = 0;
  const prepare = (sql: string) => {
    if (sql.includes("public_key")) asked += 1;
    return env.DB.prepare(sql);
  };
  const database = new Proxy(env.DB, { get: (target, name): unknown => (name === "prepare" ? prepare : Reflect.get(target, name)) });
  const stage = createStage({ database });
  for (let time = 0; time < 3; time += 1) expect(await findSiteByKey(stage.visitor, "pk_of_nobody_at_all")).toBeUndefined();
  expect(await findSiteByKey(stage.visitor, "'; drop table sites; --")).toBeUndefined();
  expect(asked).toBe(1);
});

test("a client hears what it may collect, only on the site's pages and only while the site is not paused", async () => {
  const { stage, ctx, id, publicKey } = await stageWithSite();
  const settings = { consentMode: "full", honoursPrivacySignals: true, samplePercent: 100, maskSelectors: [], keptParameters: [] };
  expect(await readSiteSettings(stage.visitor, { key: publicKey, origin: page })).toEqual(settings);
  await expect(readSiteSettings(stage.visitor, { key: publicKey, origin: "https://evil.test" })).rejects.toMatchObject({
    reason: "originNotAllowed",
  });
  await expect(readSiteSettings(stage.visitor, { key: "pk_of_nobody", origin: page })).rejects.toMatchObject({ code: "not_found" });
  await switchSite(ctx, { id, isEnabled: false });
  stage.clock.advance(60_000);
  await expect(readSiteSettings(stage.visitor, { key: publicKey, origin: page })).rejects.toMatchObject({ code: "gone" });
});

test("another key takes the place of the old one", async () => {
  const { stage, ctx, id, publicKey } = await stageWithSite();
  const renewed = await renewSiteKey(ctx, { id });
  expect(renewed.publicKey).not.toBe(publicKey);
  expect(await findSiteByKey(stage.visitor, publicKey)).toBeUndefined();
  expect(await findSiteByKey(stage.visitor, renewed.publicKey)).toMatchObject({ site: { id } });
});

test("a site goes only with its name", async () => {
  const { ctx, id } = await stageWithSite();
  await expect(removeSite(ctx, { id, name: "loja" })).rejects.toMatchObject({ fields: { name: "nameDiffers" } });
  await removeSite(ctx, { id, name: "Loja" });
  await expect(readSite(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("what a site sent last is asked of its running sessions, in its own workspace", async () => {
  const event: RecentEvent = { id: "e1", type: "page", at: 1, path: "/", visitorKey: "v1", sessionId: "s1" };
  const asked: unknown[] = [];
  const { home, ctx, id } = await stageWithSite();
  const shopperRooms: typeof ctx.ports.shopperRooms = {
    ...ctx.ports.shopperRooms,
    recent: (...question) => {
      asked.push(question);
      return Promise.resolve([event]);
    },
  };
  const watched = { ...ctx, ports: { ...ctx.ports, shopperRooms } };
  expect(await listRecentEvents(watched, { id, limit: 5 })).toEqual({ data: [event], nextCursor: null });
  expect(asked).toEqual([[{ workspaceId: home.id, siteId: id }, 5]]);
});
