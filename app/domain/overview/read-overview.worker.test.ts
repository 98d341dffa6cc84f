import { expect, test } from "vitest";
import { createApiKey } from "../accounts/create-api-key.server.ts";
import { inviteMember } from "../accounts/invite-member.server.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
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
