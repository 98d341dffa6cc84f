import { introspectWorkflowInstance } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { cancelExport } from "#app/domain/exports/cancel-export.server.ts";
import { openExport } from "#app/domain/exports/open-export.server.ts";
import { startExport } from "#app/domain/exports/start-export.server.ts";
import { writeExportPart } from "#app/domain/exports/write-export-part.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { notifications } from "#db/schema/notifications.ts";
import { insert } from "#db/writes.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { migrateTestDatabase } from "#db/testing/database.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { consumeBatch } from "../queues/consume.server.ts";
import { encodeQueueMessage } from "../queues/message.ts";
import { reviveExports } from "./revive-exports.server.ts";

beforeAll(migrateTestDatabase);

async function addHistory(workspace: TestWorkspace, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: testIds.next("aud"),
    at: stageStartMs - count + index,
    actorKind: "user",
    actorId: workspace.people.owner.id,
    actorLabel: "=cmd|' /C calc'!A0",
    action: "workspace.updated",
    subjectType: "workspace",
    subjectId: workspace.id,
    subjectLabel: `row ${index}`,
    before: null,
    after: null,
    inFeed: true,
    requestId: "req_test",
    ipAddress: "",
    userAgent: "",
  }));
  await writeRows(workspace.id, insert(auditLog, ...rows));
}

async function begun(history: number) {
  const workspace = await aWorkspace();
  await addHistory(workspace, history);
  const stage = createStage();
  const ctx = stage.as(workspace, { role: "owner" });
  const { id } = await startExport(ctx, { search: "row " });
  return { workspace, stage, ctx, id };
}

async function textOf(body: ReadableStream): Promise<string> {
  return new Response(body).text();
}

function run(workspace: TestWorkspace, exportId: string) {
  return env.EXPORT_WORKFLOW.create({ id: exportId, params: { exportId, workspaceId: workspace.id } });
}

test("an export longer than one part holds every row once, in order, with formulas made harmless", async () => {
  const { workspace, ctx, id } = await begun(4_100);
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  await run(workspace, id);
  await instance.waitForStatus("complete");
  const { body, sizeBytes } = await openExport(ctx, { id });
  const bytes = await new Response(body).arrayBuffer();
  expect(bytes.byteLength).toBe(sizeBytes);
  const text = new TextDecoder().decode(bytes);
  const lines = text.trim().split("\r\n").slice(1);
  expect(lines.map((line) => /,row (\d+),/.exec(line)?.[1])).toEqual(Array.from({ length: 4_100 }, (_, index) => String(index)));
  expect(lines[0]).toContain(",'=cmd|");
  const job = await ctx.db.first(exportJobs, eq(exportJobs.id, id));
  expect(job).toMatchObject({ state: "ready", rowsDone: job?.rowsTotal });
  const left = await env.EXPORTS.list({ prefix: `${workspace.id}/${id}/` });
  expect(left.objects.map((object) => object.key)).toEqual([`${workspace.id}/${id}/export.csv`]);
});

test("a part that fails is written again, and the file is whole", async () => {
  const { workspace, ctx, id } = await begun(10);
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  await instance.modify(async (change) => {
    await change.disableRetryDelays();
    await change.mockStepError({ name: "part 0" }, new Error("R2 is away"), 2);
  });
  await run(workspace, id);
  await instance.waitForStatus("complete");
  const { body } = await openExport(ctx, { id });
  expect((await textOf(body)).trim().split("\r\n")).toHaveLength(11);
});

test("an export that cannot be made says so, tells its person once and leaves nothing behind", async () => {
  const { workspace, ctx, id } = await begun(10);
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  await instance.modify(async (change) => {
    await change.disableRetryDelays();
    await change.mockStepError({ name: "join" }, new Error("R2 is away"));
  });
  await run(workspace, id);
  await instance.waitForStatus("complete");
  const job = await ctx.db.first(exportJobs, eq(exportJobs.id, id));
  expect(job).toMatchObject({ state: "failed", objectKey: null });
  expect((await ctx.db.all(notifications, { where: eq(notifications.kind, "export-failed") })).map((row) => row.userId)).toEqual([
    workspace.people.owner.id,
  ]);
  expect((await env.EXPORTS.list({ prefix: `${workspace.id}/${id}/` })).objects).toEqual([]);
});

test("a cancelled export ends without a file", async () => {
  const { workspace, ctx, id } = await begun(10);
  await cancelExport(ctx, { id });
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  await run(workspace, id);
  await instance.waitForStatus("complete");
  await expect(openExport(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await env.EXPORTS.list({ prefix: `${workspace.id}/${id}/` })).objects).toEqual([]);
});

test("the event that starts an export may arrive twice", async () => {
  const { workspace, stage, id } = await begun(10);
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  const body = encodeQueueMessage({
    id: testIds.next("evt"),
    workspaceId: workspace.id,
    event: { type: "export.requested", exportId: id },
  });
  const answers: string[] = [];
  const message = (key: string) => ({
    id: key,
    timestamp: new Date(stageStartMs),
    attempts: 1,
    body: { ...body, key },
    ack: () => void answers.push("ack"),
    retry: () => void answers.push("retry"),
  });
  const batch = {
    queue: "export",
    messages: [message("evt_first"), message("evt_again")],
    ackAll: () => undefined,
    retryAll: () => undefined,
  };
  await consumeBatch(stage.deps, { ...batch, metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
  await instance.waitForStatus("complete");
  expect(answers).toEqual(["ack", "ack"]);
});

const minuteMs = 60_000;

/** Other tests' exports are silent too: only this one is woken here. */
async function reviveOnly(stage: Stage, id: string): Promise<string[]> {
  const workflow = env.EXPORT_WORKFLOW;
  const onlyOurs = (other: string | undefined) => {
    if (other !== id) throw new Error("another test's export");
  };
  await reviveExports(stage.deps, {
    workflows: {
      get: async (other) => (onlyOurs(other), workflow.get(other)),
      create: async (options) => (onlyOurs(options?.id), workflow.create(options)),
    },
  });
  return stage.log.events.flatMap((one) => (one.event === "export.revived" && one.exportId === id ? [one.outcome] : []));
}

test("an export whose workflow was lost is given one once it has been silent long enough, and ends whole", async () => {
  const { stage, ctx, id } = await begun(10);
  await using instance = await introspectWorkflowInstance(env.EXPORT_WORKFLOW, id);
  stage.clock.advance(10 * minuteMs);
  expect(await reviveOnly(stage, id)).toEqual([]);
  stage.clock.advance(10 * minuteMs);
  expect(await reviveOnly(stage, id)).toEqual(["created"]);
  await instance.waitForStatus("complete");
  expect((await textOf((await openExport(ctx, { id })).body)).trim().split("\r\n")).toHaveLength(11);
  stage.clock.advance(60 * minuteMs);
  expect(await reviveOnly(stage, id)).toEqual(["created"]);
});

test("an export that wrote a part a moment ago is left alone", async () => {
  const { stage, ctx, id } = await begun(4_100);
  stage.clock.advance(60 * minuteMs);
  await writeExportPart(ctx, { exportId: id, part: 0, afterId: null });
  stage.clock.advance(10 * minuteMs);
  expect(await reviveOnly(stage, id)).toEqual([]);
});

test("an export that was woken in vain for a day ends, and its person is told", async () => {
  const { workspace, stage, ctx, id } = await begun(10);
  stage.clock.advance(25 * 60 * minuteMs);
  expect(await reviveOnly(stage, id)).toEqual(["given up"]);
  expect(await ctx.db.first(exportJobs, eq(exportJobs.id, id))).toMatchObject({ state: "failed" });
  const told = await ctx.db.all(notifications, { where: eq(notifications.eventId, `export-failed_${id}`) });
  expect(told.map((row) => row.userId)).toEqual([workspace.people.owner.id]);
});
