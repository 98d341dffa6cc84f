import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { exportAudit } from "./export-audit.server.ts";
import { listActivity } from "./list-activity.server.ts";
import { listAudit } from "./list-audit.server.ts";

type NewRow = { subjectLabel?: string; actorLabel?: string; action?: string; at?: number; inFeed?: boolean };

async function record(home: TestWorkspace, ...rows: NewRow[]): Promise<string[]> {
  const full = rows.map((row) => ({
    id: testIds.next("aud"),
    at: stageStartMs,
    actorKind: "user",
    actorId: "usr_x",
    actorLabel: "Ana",
    action: "invitation.sent",
    subjectType: "invitation",
    subjectId: "inv_x",
    subjectLabel: "x",
    before: null,
    after: { secret: "value" },
    inFeed: true,
    requestId: "req_x",
    ipAddress: "192.0.2.66",
    userAgent: "browser",
    ...row,
  }));
  await writeRows(home.id, insert(auditLog, ...full));
  return full.map((row) => row.id);
}

test("a search finds what people typed, also when it looks like a pattern", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "analyst" });
  await record(home, { subjectLabel: "50% off" }, { subjectLabel: "500 off" }, { subjectLabel: "a_b\\c" }, { actorLabel: "O'Brien" });
  const found = async (search: string) => (await listAudit(ctx, { search })).data.map((row) => [row.subjectLabel, row.actorLabel]);
  expect(await found("0% o")).toEqual([["50% off", "Ana"]]);
  expect(await found("a_b\\")).toEqual([["a_b\\c", "Ana"]]);
  expect(await found("o'brien")).toEqual([["x", "O'Brien"]]);
  expect(await found("%")).toHaveLength(1);
});

test("the log is narrowed by action, person and time, the start inclusive and the end exclusive", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "analyst" });
  const ids = await record(home, { at: 1_000 }, { at: 2_000, action: "member.joined" }, { at: 3_000 });
  const found = async (filter: Parameters<typeof listAudit>[1]) =>
    (await listAudit(ctx, { actorId: "usr_x", ...filter })).data.map((row) => row.id);
  expect(await found({})).toEqual(ids.toReversed());
  expect(await found({ action: "member.joined" })).toEqual([ids[1]]);
  expect(await found({ from: 2_000, to: 3_000 })).toEqual([ids[1]]);
  expect(await found({ from: 3_001 })).toEqual([]);
});

test("pages follow each other without a gap or a repeat, and an export brings every row, itself included", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "analyst" });
  const ids = await record(home, ...Array.from({ length: 450 }, () => ({})));
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAudit(ctx, { actorId: "usr_x", limit: 99, ...(cursor === undefined ? {} : { cursor }) });
    paged.push(...page.data.map((row) => row.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(paged).toEqual(ids.toReversed());
  const exported: string[] = [];
  for await (const row of await exportAudit(ctx, {})) exported.push(row.action);
  expect(exported).toHaveLength(453);
  expect(exported[0]).toBe("audit.exported");
});

test("the team's feed shows what concerns everybody, without values or addresses", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "picker" });
  const [shown] = await record(home, {}, { inFeed: false }, { action: "moon.landed" });
  const { data } = await listActivity(ctx);
  expect(data.map((entry) => entry.action)).toEqual(["invitation.sent", "workspace.created"]);
  expect(data[0]?.id).toBe(shown);
  expect(JSON.stringify(data)).not.toMatch(/secret|192\.0\.2/);
});
