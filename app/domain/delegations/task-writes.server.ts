import { mutate } from "#db/mutate.server.ts";
import { delegationEvents, delegations } from "#db/schema/delegations.ts";
import { insert, update, type Write } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { applyNews, eventOf, type News, type TaskEvent } from "./apply-news.ts";
import { isUnderWay } from "./kinds.ts";
import type { Message } from "./schemas.ts";
import { type Task, type TaskRow, toTask } from "./task-row.ts";

export type ToldEvent = { number: number; event: TaskEvent };

const answerChars = 4_000;
/** So much of a talk is of use to a question that follows. */
const mostExchanges = 20;

type Change = {
  news: readonly News[];
  set?: Partial<Pick<TaskRow, "runToken" | "leaseUntil" | "history" | "isHooked" | "question" | "outputModes">>;
  writes?: Write[];
  audit?: AuditAction;
};

/** Writes what happened to a task: how it stands now, and each event for whoever follows. Nothing happens to one that changed meanwhile. */
export async function writeNews(ctx: ServiceContext, row: TaskRow, { news, set = {}, writes = [], audit }: Change): Promise<ToldEvent[]> {
  const now = ctx.clock.now();
  const after = news.reduce((task: Task, one) => applyNews(task, one, now), toTask({ ...row, ...set }));
  const told = news.flatMap((one) => eventOf(one, now) ?? []).map((event, index) => ({ number: row.lastEvent + index + 1, event }));
  const exchanges = news.flatMap((one) => (one.kind === "exchange" ? [one.exchange] : []));
  const states = news.filter((one) => one.kind === "state");
  const last = states.at(-1);
  const isStill = isUnderWay(after.state);
  await mutate(ctx, {
    writes: [
      update(delegations, row, {
        ...set,
        state: after.state,
        stateAt: after.stateAt,
        statusMessage: after.statusMessage,
        history: after.history,
        artifacts: after.artifacts,
        exchanges: [...row.exchanges, ...exchanges].slice(-mostExchanges),
        lastEvent: row.lastEvent + told.length,
        ...(last === undefined ? {} : { reason: last.reason }),
        ...(last?.message == null ? {} : { answer: textOf(last.message).slice(0, answerChars) }),
        ...(isStill ? {} : { runToken: null, leaseUntil: null }),
      }),
      ...eventRows(ctx, row.id, told),
      ...writes,
    ],
    audit: audit === undefined ? "mirrored" : { action: audit, subject: { type: "delegation", id: row.id, label: taskLabel(row) } },
    events: last === undefined ? [] : [{ type: "data.changed", area: "delegations" }],
    ...(row.isHooked && told.length > 0 ? { asksFor: askToTell(row.id) } : {}),
  });
  return told;
}

export function eventRows(ctx: ServiceContext, delegationId: string, told: readonly ToldEvent[]): Write[] {
  if (told.length === 0) return [];
  const at = ctx.clock.now();
  return [
    insert(delegationEvents, ...told.map(({ number, event }) => ({ id: ctx.ids.next("dle"), delegationId, number, body: event, at }))),
  ];
}

/** Whoever tells reads all there is by then, so that one request is enough for many events. */
export function askToTell(delegationId: string) {
  return { key: `delegation:${delegationId}`, event: { type: "delegation.moved" as const, delegationId } };
}

export function taskLabel({ question, id }: Pick<TaskRow, "question" | "id">): string {
  return question === "" ? id : question.slice(0, 120);
}

function textOf({ parts }: Message): string {
  return parts.flatMap((part) => ("text" in part ? [part.text] : [])).join("\n");
}

export function refuseOver(): never {
  throw new AppError("conflict", "delegationOver");
}
