import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { approvals } from "#db/schema/approvals.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { askApproval } from "./ask-approval.server.ts";
import { decideApproval } from "./decide-approval.server.ts";
import { listAskedApprovals } from "./list-asked-approvals.server.ts";
import type { ApprovalTools } from "./ports.ts";
import { readApproval } from "./read-approval.server.ts";

const dayMs = 24 * 3_600_000;
const effects = ["R$ 189,90 → R$ 99,90"];

/** A tool that counts how often it really did something, however often it is called under one name. */
function aTool(change: Partial<ApprovalTools> = {}) {
  const done: string[] = [];
  const tools: ApprovalTools = {
    preview: () => Promise.resolve({ title: "Price", effects }),
    run: (_ctx, _call, key) => {
      done.push(key);
      return Promise.resolve({ changeId: `chg_${key}` });
    },
    ...change,
  };
  return { tools, done };
}

async function asked(by: (home: TestWorkspace) => ServiceContext) {
  const home = await aWorkspace();
  const ctx = by(home);
  const { id } = await askApproval(ctx, {
    tool: "change_price",
    input: { listingId: "lst_1" },
    scope: "catalog:write",
    title: "Price of “Chaleira”",
    effects,
    source: { kind: "chat", id: "cnv_1" },
  });
  return { home, ctx, id };
}

const approve = (id: string) => ({ id, decision: "approve" as const });
const refuse = (id: string) => ({ id, decision: "refuse" as const });

test("a yes does it once under the approval's own name, and the log names who asked and who decided", async () => {
  const stage = createStage();
  const { home, id } = await asked((one) => stage.as(one, { role: "viewer" }));
  const { tools, done } = aTool();
  const owner = stage.as(home, { role: "owner" });
  expect(await decideApproval(owner, approve(id), tools)).toMatchObject({
    state: "done",
    result: { changeId: `chg_${id}` },
    failure: null,
  });
  expect(await decideApproval(owner, approve(id), tools)).toMatchObject({ state: "done" });
  expect(done).toEqual([id]);
  const rows = (await owner.db.all(auditLog)).filter(({ subjectId }) => subjectId === id);
  expect(rows.toSorted((one, other) => one.action.localeCompare(other.action)).map(({ action, actorId }) => [action, actorId])).toEqual([
    ["approval.approved", home.people.owner.id],
    ["approval.asked", home.people.viewer.id],
  ]);
  expect(rows.find(({ action }) => action === "approval.approved")?.after).toMatchObject({ askedBy: home.people.viewer.name });
});

test("of two yeses at the same moment one does it, and both are told how it stands", async () => {
  const stage = createStage();
  const { ctx, id } = await asked((one) => stage.as(one, { role: "owner" }));
  const { tools, done } = aTool();
  const answers = await Promise.all([decideApproval(ctx, approve(id), tools), decideApproval(ctx, approve(id), tools)]);
  expect(done).toEqual([id]);
  expect(answers.map(({ state }) => state)).toContain("done");
  expect(answers.every(({ state }) => state === "done" || state === "approved")).toBe(true);
});

test("who may not do it may not let it happen, and a program does not answer its own request", async () => {
  const stage = createStage();
  const { home, ctx, id } = await asked((one) => stage.as(one, { scopes: ["chat:read", "chat:write", "catalog:write"], keyId: "key_1" }));
  const { tools, done } = aTool();
  const viewer = stage.as(home, { role: "viewer" });
  await expect(decideApproval(viewer, approve(id), tools)).rejects.toMatchObject({ code: "not_found" });
  await expect(decideApproval(ctx, approve(id), tools)).rejects.toMatchObject({ code: "forbidden", reason: "approvalOwn" });
  expect(done).toEqual([]);
  const own = await asked((one) => stage.as(one, { role: "viewer" }));
  await expect(decideApproval(own.ctx, approve(own.id), tools)).rejects.toMatchObject({ code: "forbidden" });
  expect(await readApproval(own.ctx, { id: own.id })).toMatchObject({ state: "waiting" });
});

test("what a key asked over another protocol it does not approve over this one", async () => {
  const stage = createStage();
  const scopes = ["chat:read", "chat:write", "catalog:write"] as const;
  const assistant = { kind: "mcpClient", clientId: "key_1", name: "Assistant", scopes } as const;
  const { home, id } = await asked((one) => stage.visitor.enter(one.id, assistant));
  const { tools, done } = aTool();
  const sameKey = stage.as(home, { scopes, keyId: "key_1" });
  await expect(decideApproval(sameKey, approve(id), tools)).rejects.toMatchObject({ code: "forbidden", reason: "approvalOwn" });
  expect(done).toEqual([]);
  const onlyAsks = stage.as(home, { scopes: ["chat:read"], keyId: "key_1" });
  expect(await readApproval(onlyAsks, { id })).toMatchObject({ state: "waiting" });
  expect(await decideApproval(stage.as(home, { scopes, keyId: "key_2" }), approve(id), tools)).toMatchObject({ state: "done" });
});

test("a no ends it, and the other answer comes too late", async () => {
  const stage = createStage();
  const { ctx, id } = await asked((one) => stage.as(one, { role: "owner" }));
  const { tools, done } = aTool();
  expect(await decideApproval(ctx, refuse(id), tools)).toMatchObject({ state: "refused", decidedBy: ctx.stamp.label });
  expect(await decideApproval(ctx, refuse(id), tools)).toMatchObject({ state: "refused" });
  await expect(decideApproval(ctx, approve(id), tools)).rejects.toMatchObject({ code: "conflict", reason: "approvalDecided" });
  expect(done).toEqual([]);
});

test("a day later nobody can say yes any more", async () => {
  const stage = createStage();
  const { ctx, id } = await asked((one) => stage.as(one, { role: "owner" }));
  const { tools, done } = aTool();
  stage.clock.advance(dayMs);
  await expect(decideApproval(ctx, approve(id), tools)).rejects.toMatchObject({ code: "conflict", reason: "approvalExpired" });
  expect(await readApproval(ctx, { id })).toMatchObject({ state: "expired" });
  expect((await listAskedApprovals(ctx, { state: "expired" })).data.map((row) => row.id)).toContain(id);
  expect((await listAskedApprovals(ctx, { state: "waiting" })).data.map((row) => row.id)).not.toContain(id);
  expect(done).toEqual([]);
});

test("what would happen now is held against what was shown: where it differs, nothing is done and it is said", async () => {
  const stage = createStage();
  const { ctx, id } = await asked((one) => stage.as(one, { role: "owner" }));
  const { tools, done } = aTool({ preview: () => Promise.resolve({ title: "Price", effects: ["R$ 179,90 → R$ 99,90"] }) });
  expect(await decideApproval(ctx, approve(id), tools)).toMatchObject({ state: "failed", failure: "approvalOutdated" });
  expect(done).toEqual([]);
});

test("what is refused on the way ends it with the reason; what could not be reached goes on waiting and is done by the next yes", async () => {
  const stage = createStage();
  const first = await asked((one) => stage.as(one, { role: "owner" }));
  const refuses = aTool({ run: () => Promise.reject(new AppError("conflict", "priceMoveRefused")) });
  expect(await decideApproval(first.ctx, approve(first.id), refuses.tools)).toMatchObject({ state: "failed", failure: "priceMoveRefused" });
  const second = await asked((one) => stage.as(one, { role: "owner" }));
  const gone = aTool({ run: () => Promise.reject(new AppError("unavailable", "channelUnavailable")) });
  expect(await decideApproval(second.ctx, approve(second.id), gone.tools)).toMatchObject({
    state: "waiting",
    failure: "channelUnavailable",
  });
  const back = aTool();
  expect(await decideApproval(second.ctx, approve(second.id), back.tools)).toMatchObject({ state: "done", failure: null });
  expect(back.done).toEqual([second.id]);
});

test("a yes whose work was cut off is gone on with under the same name, and not before it is clear that it was", async () => {
  const stage = createStage();
  const { ctx, id } = await asked((one) => stage.as(one, { role: "owner" }));
  const dies = aTool({ run: () => Promise.reject(new TypeError("the process died")) });
  await expect(decideApproval(ctx, approve(id), dies.tools)).rejects.toThrow("the process died");
  const changed = aTool({ preview: () => Promise.reject(new AppError("conflict", "nothingToChange")) });
  expect(await decideApproval(ctx, approve(id), changed.tools)).toMatchObject({ state: "approved" });
  expect(changed.done).toEqual([]);
  stage.clock.advance(120_000);
  expect(await decideApproval(ctx, approve(id), changed.tools)).toMatchObject({ state: "done" });
  expect(changed.done).toEqual([id]);
});

test("what one asked for is seen by whoever may let it happen, and by nobody else", async () => {
  const stage = createStage();
  const { home, id } = await asked((one) => stage.as(one, { role: "analyst" }));
  const see = async (role: "manager" | "analyst" | "viewer") =>
    (await listAskedApprovals(stage.as(home, { role }))).data.some((row) => row.id === id);
  expect([await see("manager"), await see("analyst"), await see("viewer")]).toEqual([true, true, false]);
  await expect(readApproval(stage.as(home, { role: "viewer" }), { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await stage.as(home, { role: "owner" }).db.count(approvals, eq(approvals.id, id))).toBe(1);
});
