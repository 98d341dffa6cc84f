import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { agentDecisions, agentMemory, agentMessages, agentRuns, proposals } from "#db/schema/agents.ts";
import { insert, removeWhere, update, updateByIds, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import type { BegunRun } from "./begin-run.server.ts";
import { pendingStates } from "./kinds.ts";
import { decideLeaves, type Leave } from "./leave.server.ts";
import { memoryKeys } from "./memory-shapes.ts";
import { newProposal } from "./new-proposal.ts";
import type { Decision, Outcome, Proposal } from "./outcome.ts";
import { reconcileProposals } from "./reconcile-proposals.ts";
import { queuedRun } from "./run-agent.server.ts";
import { workDue } from "./work-due.ts";

type Made = Decision & { proposal: Proposal; position: number };
type Writing = { writes: Write[]; events: DomainEvent[]; proposalOf: Map<number, string>; proposed: number; said: number };

const versionsKept = 50;
const saidAgainAfterMs = 60 * 60_000;

/**
 * Writes down what came of a look, all of it or nothing: conclusions, proposals, what was said and what is remembered. Fails
 * as changed meanwhile when somebody else wrote the memory it decided on: then it looks again. Of a dry run only its
 * conclusions stay.
 */
export async function recordRun(ctx: ServiceContext, begun: BegunRun, outcome: Outcome): Promise<void> {
  requirePermission(ctx, "agents:read");
  const { row } = begun;
  const isDry = row.mode === "dry";
  const writing: Writing = { writes: [], events: [{ type: "data.changed", area: "agents" }], proposalOf: new Map(), proposed: 0, said: 0 };
  if (!isDry) {
    await propose(ctx, begun, outcome, writing);
    await say(ctx, begun, outcome, writing);
    remember(ctx, begun, outcome, writing);
  }
  const now = ctx.clock.now();
  const decisions = outcome.decisions.map((one, position) => ({
    ...decisionColumns(one),
    id: `${row.id}/${position}`,
    runId: row.id,
    agent: row.agent,
    position,
    verdict: one.verdict,
    call: one.proposal?.call ?? null,
    proposalId: writing.proposalOf.get(position) ?? null,
    decidedAt: now,
  }));
  const counts = { decisions: decisions.length, proposals: writing.proposed, messages: writing.said };
  await mutate(ctx, {
    writes: [
      update(agentRuns, row, { state: "done", endedAt: now, failure: null, ...counts }),
      ...(decisions.length === 0 ? [] : [insert(agentDecisions, ...decisions)]),
      ...writing.writes,
    ],
    audit: "mirrored",
    events: writing.events,
  });
}

/** What a person changed is still what the agent proposed: seen the same again, it stays as it was changed. */
function asProposed(row: typeof proposals.$inferSelect) {
  return row.edit === null ? row : { ...row, call: { tool: row.tool, input: row.edit.before } };
}

function decisionColumns({ rule, ruleVersion, subject, facts }: Decision) {
  return { rule, ruleVersion, subjectType: subject.type, subjectId: subject.id, subjectLabel: subject.label, facts };
}

async function propose(ctx: ServiceContext, { row, agent }: BegunRun, outcome: Outcome, writing: Writing): Promise<void> {
  const made = outcome.decisions.flatMap((one, position): Made[] =>
    one.proposal === null ? [] : [{ ...one, proposal: one.proposal, position }],
  );
  const where = and(eq(proposals.agent, row.agent), inArray(proposals.state, [...pendingStates]));
  const standing = await ctx.db.all(proposals, { where });
  const { fresh, kept, withdrawn, underWay } = reconcileProposals(standing.map(asProposed), made, outcome.replaces);
  const rowOf = new Map(standing.map((one) => [one.id, one]));
  const now = ctx.clock.now();
  for (const { id } of withdrawn) {
    const known = rowOf.get(id);
    if (known !== undefined) writing.writes.push(update(proposals, known, { state: "superseded", endedAt: now }));
  }
  for (const {
    standing: { id },
    made: one,
  } of [...kept, ...underWay])
    writing.proposalOf.set(one.position, id);
  for (const {
    standing: { id },
    made: one,
  } of kept) {
    const known = rowOf.get(id);
    const seenNow = {
      facts: one.facts,
      effect: one.proposal.effect,
      expiresAt: now + one.proposal.validForMs,
      runId: row.id,
      position: one.position,
      groupKey: one.proposal.group,
    };
    if (known !== undefined) writing.writes.push(update(proposals, known, seenNow));
  }
  const groups = [...Map.groupBy(fresh, ({ proposal, position }) => proposal.group ?? `alone ${position}`).values()];
  const leaves = await decideLeaves(ctx, agent, groups);
  for (const [index, group] of groups.entries()) {
    const leave = leaves[index] ?? { isFree: false };
    for (const one of group) addProposal(ctx, row, one, leave, writing);
  }
}

function addProposal(ctx: ServiceContext, run: BegunRun["row"], one: Made, leave: Leave, writing: Writing): void {
  const { id, write } = newProposal(ctx, { agent: run.agent, runId: run.id }, one, leave);
  writing.proposalOf.set(one.position, id);
  writing.proposed += 1;
  writing.writes.push(write);
  if (leave.isFree) writing.events.push(...workDue({ id, agent: run.agent }, "apply", true));
}

/** Whoever is told something looks soon, not at its next turn. What was said a short while ago is not said again. */
async function say(ctx: ServiceContext, { row, heard }: BegunRun, outcome: Outcome, writing: Writing): Promise<void> {
  const now = ctx.clock.now();
  const said = await ctx.db.all(agentMessages, {
    where: and(eq(agentMessages.fromAgent, row.agent), gt(agentMessages.createdAt, now - saidAgainAfterMs)),
  });
  const known = new Set(said.map(({ type, toAgent, body }) => JSON.stringify([type, toAgent, body])));
  const messages = outcome.messages.filter(({ type, to, body }) => !known.has(JSON.stringify([type, to, body])));
  writing.said = messages.length;
  const spoken = messages.map(({ type, to, body }) => ({
    id: ctx.ids.next("msg"),
    fromAgent: row.agent,
    toAgent: to,
    type,
    body,
    runId: row.id,
    heardInRunId: null,
    createdAt: now,
    heardAt: null,
  }));
  if (spoken.length > 0) writing.writes.push(insert(agentMessages, ...spoken));
  // One that only answers what it was told does not wake the other at once: two could go on like that for ever.
  const isAnswer = row.trigger === "message";
  for (const to of isAnswer ? [] : new Set(messages.map((one) => one.to))) {
    const woken = queuedRun(ctx, { agent: to, trigger: "message", mode: "live", cause: row.id });
    writing.writes.push(woken.write);
    writing.events.push(woken.event);
  }
  if (heard.length > 0) {
    const ids = heard.map(({ id }) => id);
    writing.writes.push(updateByIds(agentMessages, ids, { heardAt: now, heardInRunId: row.id }));
  }
}

function remember(ctx: ServiceContext, { row }: BegunRun, { memory }: Outcome, writing: Writing): void {
  for (const key of memoryKeys) {
    const known = memory[key];
    if (known === undefined) continue;
    const memoryVersion = known.basedOn + 1;
    const id = ctx.ids.next("mem");
    const tooOld = and(eq(agentMemory.key, key), lte(agentMemory.memoryVersion, memoryVersion - versionsKept));
    writing.writes.push(
      insert(agentMemory, { id, key, memoryVersion, value: known.value, writtenBy: row.agent, runId: row.id, writtenAt: ctx.clock.now() }),
      ...(tooOld === undefined ? [] : [removeWhere(agentMemory, tooOld)]),
    );
  }
}
