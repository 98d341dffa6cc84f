import { and, eq } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { delegationMessages, delegations } from "#db/schema/delegations.ts";
import { insert, type Write } from "#db/writes.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { withMessage } from "./apply-news.ts";
import { hookWrite } from "./hook-row.server.ts";
import { isOver, isUnderWay } from "./kinds.ts";
import { findOwnTask } from "./own-task.server.ts";
import { type DelegateInput, delegateSchema, type Message } from "./schemas.ts";
import { stateOf, type Task, type TaskRow, toTask } from "./task-row.ts";
import { askToTell, eventRows, taskLabel, refuseOver, writeNews } from "./task-writes.server.ts";

/** So long a worker is believed to be there before it is heard of again. */
export const leaseMs = 60_000;
const questionChars = 4_000;

type Asked = ReturnType<typeof askedOf>;

/** `isNew`: it is for the caller to have it worked on. A message that was sent before leads to its task and starts nothing. */
export async function delegateTask(ctx: ServiceContext, input: DelegateInput): Promise<{ task: Task; isNew: boolean }> {
  requirePermission(ctx, "chat:read");
  const asked = askedOf(parseInput(delegateSchema, input));
  const fingerprint = await sha256Hex(JSON.stringify(asked.message));
  const known = await findKnown(ctx, asked, fingerprint);
  if (known !== undefined) return { task: toTask(known), isNew: false };
  const once = messageWrite(ctx, asked, fingerprint);
  try {
    const given = asked.message.taskId === undefined ? await open(ctx, asked, once) : await goOn(ctx, asked, asked.message.taskId, once);
    return { task: toTask(given), isNew: true };
  } catch (error) {
    // The same message came twice at once, and the other one was first.
    const other = error instanceof DuplicateRowError ? await findKnown(ctx, asked, fingerprint) : undefined;
    if (other === undefined) throw error;
    return { task: toTask(other), isNew: false };
  }
}

function askedOf({ message, question, outputModes, hook }: ReturnType<typeof delegateSchema.parse>) {
  const taskId = message.taskId === "" ? undefined : message.taskId;
  const contextId = message.contextId === "" ? undefined : message.contextId;
  return { message: { ...message, taskId, contextId }, question: question.slice(0, questionChars), outputModes, hook };
}

const keyOf = ({ taskId, messageId }: Message) => `${taskId ?? ""}:${messageId}`;

async function findKnown(ctx: ServiceContext, { message }: Asked, fingerprint: string): Promise<TaskRow | undefined> {
  const known = await ctx.db.first(
    delegationMessages,
    and(eq(delegationMessages.ownerId, ctx.stamp.id), eq(delegationMessages.messageKey, keyOf(message))),
  );
  if (known === undefined) return undefined;
  if (known.fingerprint !== fingerprint) throw new AppError("invalid", "checkFields", { fields: { "message.messageId": "messageReused" } });
  return findOwnTask(ctx, known.delegationId);
}

function messageWrite(ctx: ServiceContext, { message }: Asked, fingerprint: string): (delegationId: string) => Write {
  const row = { id: ctx.ids.next("dlm"), ownerId: ctx.stamp.id, messageKey: keyOf(message), fingerprint, createdAt: ctx.clock.now() };
  return (delegationId) => insert(delegationMessages, { ...row, delegationId });
}

async function open(ctx: ServiceContext, asked: Asked, once: (id: string) => Write): Promise<TaskRow> {
  const now = ctx.clock.now();
  const id = ctx.ids.next("dlg");
  const contextId = asked.message.contextId ?? ctx.ids.next("ctx");
  const row = {
    id,
    ownerId: ctx.stamp.id,
    ownerLabel: ctx.stamp.label,
    contextId,
    state: "submitted",
    stateAt: now,
    reason: null,
    question: asked.question,
    answer: "",
    outputModes: asked.outputModes,
    statusMessage: null,
    history: [{ ...asked.message, contextId, taskId: id }],
    artifacts: [],
    exchanges: [],
    runToken: null,
    leaseUntil: now + leaseMs,
    lastEvent: 1,
    isHooked: asked.hook !== null,
    createdAt: now,
  };
  const full: TaskRow = { ...row, workspaceId: ctx.workspaceId, version: 1 };
  const event = { kind: "task" as const, task: toTask(full) };
  await mutate(ctx, {
    writes: [
      insert(delegations, row),
      once(id),
      ...eventRows(ctx, id, [{ number: 1, event }]),
      ...(asked.hook === null ? [] : [await hookWrite(ctx, { taskId: id, hook: asked.hook, toldUntil: 0 })]),
    ],
    audit: { action: "delegation.given", subject: { type: "delegation", id, label: taskLabel(full) } },
    events: [{ type: "data.changed", area: "delegations" }],
    ...(asked.hook === null ? {} : { asksFor: askToTell(id) }),
  });
  return full;
}

/** What was asked back is answered: the same task goes on. */
async function goOn(ctx: ServiceContext, asked: Asked, taskId: string, once: (id: string) => Write): Promise<TaskRow> {
  const row = await findOwnTask(ctx, taskId);
  const state = stateOf(row);
  if (asked.message.contextId !== undefined && asked.message.contextId !== row.contextId)
    throw new AppError("invalid", "checkFields", { fields: { "message.contextId": "contextMismatch" } });
  if (isOver(state)) refuseOver();
  if (isUnderWay(state)) throw new AppError("conflict", "delegationBusy");
  const message = { ...asked.message, contextId: row.contextId, taskId: row.id };
  const { hook } = asked;
  await writeNews(ctx, row, {
    news: [{ kind: "state", state: "submitted", message: null, reason: null }],
    set: {
      history: withMessage(toTask(row).history, message),
      question: asked.question,
      outputModes: asked.outputModes,
      leaseUntil: ctx.clock.now() + leaseMs,
      ...(hook === null ? {} : { isHooked: true }),
    },
    writes: [once(row.id), ...(hook === null ? [] : [await hookWrite(ctx, { taskId: row.id, hook, toldUntil: row.lastEvent })])],
    audit: "delegation.given",
  });
  return findOwnTask(ctx, taskId);
}
