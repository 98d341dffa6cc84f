import { z } from "zod";
import { type DomainEvent, domainEventSchema } from "#app/domain/events.ts";

/** `key` is the event's id: a message delivered twice has one effect. */
export const queueMessageSchema = z.object({
  v: z.literal(1),
  key: z.string().min(1).max(60),
  workspaceId: z.string().min(1).max(60),
  event: domainEventSchema,
});
export type QueueMessage = z.infer<typeof queueMessageSchema>;

export function encodeQueueMessage(record: { id: string; workspaceId: string; event: DomainEvent }): QueueMessage {
  return { v: 1, key: record.id, workspaceId: record.workspaceId, event: record.event };
}
