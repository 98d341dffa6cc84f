import { z } from "zod";
import type { Exchange } from "../conversations/parts.ts";
import type { TaskEvent } from "./apply-news.ts";
import { taskStates } from "./kinds.ts";
import { artifactSchema, messageSchema } from "./schemas.ts";

const taskSchema = z.object({
  id: z.string(),
  contextId: z.string(),
  state: z.enum(taskStates),
  stateAt: z.number(),
  statusMessage: messageSchema.nullable(),
  history: z.array(messageSchema),
  artifacts: z.array(artifactSchema),
  lastEvent: z.number(),
});

const eventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("task"), task: taskSchema }),
  z.object({ kind: z.literal("state"), state: z.enum(taskStates), at: z.number(), message: messageSchema.nullable() }),
  z.object({ kind: z.literal("artifact"), artifact: artifactSchema, isMore: z.boolean(), isLast: z.boolean() }),
]);

export function readEvent(body: unknown): TaskEvent {
  return eventSchema.parse(body);
}

const isExchange = (value: unknown): value is Exchange => exchangeShape.safeParse(value).success;
/** Parts are ours and typed where they are made; what has no type of its own is none. */
const exchangeShape = z.object({
  question: z.string(),
  attachments: z.array(z.unknown()),
  parts: z.array(z.looseObject({ type: z.string() })),
});

export function readExchanges(stored: readonly unknown[]): Exchange[] {
  return stored.filter(isExchange);
}
