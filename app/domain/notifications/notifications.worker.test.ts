import { expect, test } from "vitest";
import { notifications } from "#db/schema/notifications.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { countUnread, listNotifications } from "./list-notifications.server.ts";
import { markNotifications } from "./mark-read.server.ts";
import { notifyMembers } from "./notify-members.server.ts";

test("people read and mark their own notifications and nobody else's", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const [viewer, owner] = [stage.as(home, { role: "viewer" }), stage.as(home, { role: "owner" })];
  await markNotifications(viewer, { ids: [home.people.owner.notificationId] });
  expect([await countUnread(viewer), await countUnread(owner)]).toEqual([1, 1]);
  await markNotifications(viewer, {});
  expect([await countUnread(viewer), await countUnread(owner)]).toEqual([0, 1]);
  expect((await listNotifications(viewer, { unread: "1" })).data).toEqual([]);
  await markNotifications(viewer, { ids: [home.people.viewer.notificationId], isRead: false });
  expect((await listNotifications(viewer, { unread: "1" })).data).toMatchObject([{ id: home.people.viewer.notificationId, readAt: null }]);
});

test("an event tells those it concerns, not the one who caused it, and once however often it arrives", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { admin, owner, viewer } = home.people;
  const ctx = stage.as(home, { system: "events" });
  const tell = (event: Parameters<typeof notifyMembers>[2]) => {
    const eventId = testIds.next("evt");
    return [0, 1].reduce((done) => done.then(() => notifyMembers(ctx, eventId, event)), Promise.resolve());
  };
  await tell({ type: "api-key.created", keyId: "key_1", name: "Till", byUserId: admin.id, byName: admin.name });
  await tell({ type: "member.joined", userId: viewer.id, name: viewer.name, invitedByUserId: owner.id });
  await tell({ type: "member.role-changed", userId: viewer.id, role: "manager", byName: owner.name });
  await tell({ type: "member.removed", userId: viewer.id });
  const cap = { scope: "user", subjectId: viewer.id, window: "day", limitMicroUsd: 5_000_000 } as const;
  await tell({ type: "models.budget-reached", ...cap, level: "warned" });
  await tell({ type: "models.budget-reached", ...cap, scope: "workspace", subjectId: "", level: "blocked" });
  const told = (await ctx.db.all(notifications)).filter((row) => row.kind !== "welcome").map((row) => `${row.kind} ${row.userId}`);
  expect(told.toSorted()).toEqual(
    [
      `api-key-created ${owner.id}`,
      `member-joined ${owner.id}`,
      `member-joined ${admin.id}`,
      `role-changed ${viewer.id}`,
      ...[owner, admin, viewer].map(({ id }) => `models-budget-warned ${id}`),
      ...[owner, admin].map(({ id }) => `models-budget-reached ${id}`),
    ].toSorted(),
  );
});
