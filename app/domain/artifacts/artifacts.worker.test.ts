import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { artifacts, reportRecipients, reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { mutate } from "#db/mutate.server.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { changeArtifact } from "./change-artifact.server.ts";
import { arrangePins, removePin } from "./change-pin.server.ts";
import { changeDashboard } from "./change-dashboard.server.ts";
import { createArtifact } from "./create-artifact.server.ts";
import { createDashboard } from "./create-dashboard.server.ts";
import { createSchedule } from "./create-schedule.server.ts";
import { exportArtifact } from "./export-answers.server.ts";
import { followSchedule } from "./follow-schedule.server.ts";
import { leaveReport } from "./leave-report.server.ts";
import { listArtifacts } from "./list-artifacts.server.ts";
import { listSendings } from "./list-schedules.server.ts";
import { pinAnswer } from "./pin-answer.server.ts";
import { readArtifact } from "./read-artifact.server.ts";
import { readDashboard } from "./read-dashboard.server.ts";
import { removeArtifact, restoreArtifact } from "./remove-artifact.server.ts";
import { removeDashboard } from "./remove-dashboard.server.ts";
import { sendReport } from "./send-report.server.ts";
import { sendScheduleNow } from "./send-schedule-now.server.ts";
import { startDueReports } from "./start-due-reports.server.ts";

const orders = { title: "Pedidos", query: { metric: "orders" } };
const section = (metric: string) => ({ title: metric, query: { metric } });

async function begin() {
  const home = await aWorkspace();
  const stage = createStage();
  return { home, stage, owner: stage.as(home, { role: "owner" }), picker: stage.as(home, { role: "picker" }) };
}

function keep(ctx: Parameters<typeof createArtifact>[0], more: Record<string, unknown> = {}) {
  return createArtifact(ctx, { title: "Ações de março", kind: "chart", sections: [orders], ...more });
}

test("what is private is nobody else's, and what is shared everybody's", async () => {
  const { owner, stage, home } = await begin();
  const viewer = stage.as(home, { role: "viewer" });
  const { id } = await keep(owner);
  await expect(readArtifact(viewer, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listArtifacts(viewer)).data.map((one) => one.id)).not.toContain(id);
  await changeArtifact(owner, { id, visibility: "workspace" });
  expect((await readArtifact(viewer, { id })).isOwn).toBe(false);
  await expect(changeArtifact(viewer, { id, visibility: "private" })).rejects.toMatchObject({ code: "forbidden" });
});

test("neither the answer nor the picture of then shows numbers a role may not see", async () => {
  const { owner, picker } = await begin();
  const { id } = await keep(owner, { kind: "report", visibility: "workspace", sections: [section("gmv"), section("stock-on-hand")] });
  const seen = await readArtifact(picker, { id });
  expect(seen.answers.map(({ state }) => state)).toEqual(["forbidden", "answered"]);
  expect(seen.pictures.map((picture) => picture === null)).toEqual([true, false]);
  const { body } = await exportArtifact(picker, { id, as: "csv" });
  expect(new TextDecoder().decode(body)).toContain("may not see");
});

test("a question of rolling days moves on, and the picture stays", async () => {
  const { owner, stage } = await begin();
  const when = { from: "2020-01-01", to: "2020-01-02", rolling: { kind: "last", count: 7, unit: "day" } };
  const { id } = await keep(owner, { sections: [{ title: "Pedidos", query: { metric: "orders", grain: "day", when } }] });
  const before = await readArtifact(owner, { id });
  stage.clock.advance(3 * 24 * 3_600_000);
  const later = await readArtifact(owner, { id });
  expect(later.answers[0]?.query.when?.from).not.toBe(before.answers[0]?.query.when?.from);
  expect(later.pictures).toEqual(before.pictures);
});

test("it is found without accents, and comes back out of the bin", async () => {
  const { owner } = await begin();
  const { id } = await keep(owner);
  const found = async () => (await listArtifacts(owner, { search: "ACOES" })).data.map((one) => one.id);
  expect(await found()).toEqual([id]);
  await removeArtifact(owner, { id });
  expect(await found()).toEqual([]);
  await restoreArtifact(owner, { id });
  expect(await found()).toEqual([id]);
});

test("a question that is none is refused by its place, and only a report has several", async () => {
  const { owner } = await begin();
  const unfit = { title: "x", query: { metric: "orders", by: ["zone"] } };
  await expect(keep(owner, { sections: [unfit] })).rejects.toMatchObject({ fields: { "sections.0.query.by.0": "fieldInvalid" } });
  await expect(keep(owner, { sections: [orders, orders] })).rejects.toMatchObject({ fields: { sections: "onlyReportsHaveMany" } });
});

test("the first pin of a workspace makes its board, two at once make one", async () => {
  const { owner, home } = await begin();
  await removeDashboard(owner, { id: home.shop.dashboardId });
  const made = await Promise.all([pinAnswer(owner, { section: orders }), pinAnswer(owner, { section: section("gmv") })]);
  expect(new Set(made.map(({ dashboardId }) => dashboardId)).size).toBe(1);
});

test("one answer of a board without numbers keeps no other from its own, and the board's period holds for all that has one", async () => {
  const { owner, picker } = await begin();
  const { id } = await createDashboard(owner, { name: "Tudo" });
  for (const metric of ["gmv", "floor-tasks-done", "stock-on-hand"]) await pinAnswer(owner, { dashboardId: id, section: section(metric) });
  await changeDashboard(owner, { id, period: { from: "2026-01-01", to: "2026-02-01" } });
  const { pins } = await readDashboard(picker, { id });
  expect(pins.map(({ answer }) => answer.state)).toEqual(["forbidden", "answered", "answered"]);
  expect(pins.map(({ answer }) => answer.query.when?.from ?? null)).toEqual(["2026-01-01", "2026-01-01", null]);
});

test("a board is arranged as a whole, and not over somebody who unpinned meanwhile", async () => {
  const { owner } = await begin();
  const { id } = await createDashboard(owner, { name: "Ordem", isStarter: true });
  const ids = (await readDashboard(owner, { id })).pins.map((pin) => pin.id);
  await arrangePins(owner, { id, pinIds: ids.toReversed() });
  expect((await readDashboard(owner, { id })).pins.map((pin) => pin.id)).toEqual(ids.toReversed());
  await removePin(owner, { id: ids[0] ?? "" });
  await expect(arrangePins(owner, { id, pinIds: ids })).rejects.toMatchObject({ reason: "changedMeanwhile" });
});

async function scheduled({ home, stage, owner }: { home: TestWorkspace; stage: Stage; owner: ReturnType<Stage["as"]> }) {
  const { id: subjectId } = await keep(owner, {
    title: "Semana",
    kind: "report",
    visibility: "workspace",
    sections: [section("gmv"), section("stock-on-hand")],
  });
  const recipients = [home.people.owner.id, home.people.picker.id];
  const { id } = await createSchedule(owner, { subjectKind: "artifact", subjectId, rhythm: { every: "daily", hour: 8 }, recipients });
  // The one every workspace of a test has would be due as well.
  const own = await owner.db.first(reportSchedules, eq(reportSchedules.id, home.shop.scheduleId));
  if (own !== undefined) await mutate(owner, { writes: [update(reportSchedules, own, { nextAt: null })], audit: "mirrored" });
  const system = stage.as(home, { system: "send-reports" });
  const row = await owner.db.first(reportSchedules, eq(reportSchedules.id, id));
  const due = () => stage.clock.advance((row?.nextAt ?? 0) - stage.clock.now());
  const sendings = () => owner.db.all(reportSendings, { where: eq(reportSendings.scheduleId, id) });
  const sendAll = async () => {
    for (const one of await sendings()) await sendReport(system, { sendingId: one.id });
  };
  return { id, subjectId, system, due, sendings, sendAll };
}

test("each reader gets one mail, with the numbers of the own role, whatever is repeated", async () => {
  const begun = await begin();
  const { home, stage } = begun;
  const { system, due, sendings, sendAll } = await scheduled(begun);
  expect(await startDueReports(system)).toEqual({ sendings: 0 });
  due();
  const started = await Promise.all([startDueReports(system), startDueReports(system)]);
  expect(started.reduce((sum, one) => sum + one.sendings, 0)).toBe(2);
  await sendAll();
  await sendAll();
  expect((await sendings()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  const mails = (await stage.requestedMails()).filter(({ template }) => template === "report");
  expect(mails.map(({ to }) => to).toSorted()).toEqual([home.people.owner.email, home.people.picker.email].toSorted());
  const tablesOf = (email: string) => mails.find(({ to }) => to === email)?.tables?.map(({ rows }) => rows.length > 0);
  expect(tablesOf(home.people.picker.email)).toEqual([false, true]);
  expect(tablesOf(home.people.owner.email)?.[1]).toBe(true);
});

test("who left, who may see nothing, and what became private is not mailed, and it says why", async () => {
  const begun = await begin();
  const { home, stage, owner } = begun;
  const { id, subjectId, system, due, sendings, sendAll } = await scheduled(begun);
  due();
  await startDueReports(system);
  const mine = await owner.db.first(reportRecipients, eq(reportRecipients.scheduleId, id));
  await leaveReport(stage.visitor, { token: mine?.leaveToken ?? "" });
  await changeArtifact(owner, { id: subjectId, visibility: "private" });
  await sendAll();
  const told = new Map((await sendings()).map(({ userId, reason }) => [userId, reason]));
  expect(told.get(mine?.userId ?? "")).toBe("left");
  const other = [home.people.owner.id, home.people.picker.id].find((userId) => userId !== mine?.userId) ?? "";
  expect(told.get(other)).toBe(other === home.people.picker.id ? "gone" : null);
  expect((await stage.requestedMails()).filter(({ template }) => template === "report").length).toBe(
    other === home.people.picker.id ? 0 : 1,
  );
});

test("one at once goes to whoever asks, and what was slept through too long is not made up for", async () => {
  const begun = await begin();
  const { stage, owner, home } = begun;
  const { id, system, due, sendings, sendAll } = await scheduled(begun);
  await sendScheduleNow(owner, { id });
  await sendScheduleNow(owner, { id });
  await sendAll();
  expect((await listSendings(owner, { id })).data.map(({ state, dueAt, userName }) => [state, dueAt, userName])).toEqual([
    ["sent", null, home.people.owner.name],
  ]);
  due();
  stage.clock.advance(7 * 3_600_000);
  expect(await startDueReports(system)).toEqual({ sendings: 0 });
  expect(await sendings()).toHaveLength(1);
  const row = await owner.db.first(reportSchedules, eq(reportSchedules.id, id));
  expect(row?.nextAt).toBeGreaterThan(stage.clock.now());
});

test("what is private is mailed to nobody but its owner, and anybody may join the mails of what is shared", async () => {
  const { owner, home, stage } = await begin();
  const { id: subjectId } = await keep(owner);
  const wanted = { subjectKind: "artifact", subjectId, rhythm: { every: "weekly", weekday: 1, hour: 8 } };
  await expect(createSchedule(owner, { ...wanted, recipients: [home.people.picker.id] })).rejects.toMatchObject({
    fields: { recipients: "privateToOthers" },
  });
  const { id } = await createSchedule(owner, { ...wanted, recipients: [home.people.owner.id] });
  const analyst = stage.as(home, { role: "analyst" });
  await expect(followSchedule(analyst, { id, isIn: true })).rejects.toMatchObject({ code: "not_found" });
  await changeArtifact(owner, { id: subjectId, visibility: "workspace" });
  await followSchedule(analyst, { id, isIn: true });
  expect(await owner.db.count(reportRecipients, eq(reportRecipients.scheduleId, id))).toBe(2);
  expect(await owner.db.count(artifacts)).toBe(2);
});
