import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createApiKey } from "../accounts/create-api-key.server.ts";
import { inviteMember } from "../accounts/invite-member.server.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { readSales } from "../selling/read-sales.server.ts";
import { listTopAdvice } from "../selling/list-top-advice.server.ts";
import { readScoreSummary } from "../selling/read-score-summary.server.ts";
import { readOverview } from "./read-overview.server.ts";

const dayMs = 24 * 3_600_000;

test("the first page counts what is there now, and this fortnight against the one before", async () => {
  const home = await aWorkspace();
  await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  await createApiKey(ctx, { name: "Short", scopes: ["team:read"], expiresInDays: 1 });
  await inviteMember(ctx, { email: "new@overview.test", role: "viewer" });
  const now = await readOverview(ctx, "UTC");
  expect(now).toMatchObject({ members: 6, activeKeys: 2, waitingInvitations: 2, deadLetters: 1, changes: { current: 3, previous: 0 } });
  expect(now.days.map((day) => day.count)).toEqual([...Array.from({ length: 12 }, () => 0), 1, 2]);
  expect(now.feed.map((entry) => entry.action)).toEqual(["invitation.sent", "api-key.created", "workspace.created"]);
  stage.clock.advance(14 * dayMs);
  const later = await readOverview(ctx, "UTC");
  expect(later).toMatchObject({ activeKeys: 1, changes: { current: 0, previous: 3 } });
});

test("what the parts of the first page read leaves as one batch", async () => {
  const home = await aWorkspace();
  const batches: number[] = [];
  const database = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") return (text: string) => target.prepare(text);
      if (name !== "batch") throw new Error(`the first page asked ${String(name)}`);
      return (statements: D1PreparedStatement[]) => {
        batches.push(statements.length);
        return target.batch(statements);
      };
    },
  });
  const ctx = createStage({ database }).as(home, { role: "owner" });
  await Promise.all([
    readOverview(ctx, "UTC"),
    readSales(ctx, {}, { timeZone: "UTC", currency: "BRL" }),
    readScoreSummary(ctx),
    listTopAdvice(ctx),
  ]);
  expect(batches).toEqual([16]);
});
