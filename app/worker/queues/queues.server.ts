import type { QueueMessage } from "./message.ts";

/** The queues that events travel through, by the name dead letters remember. */
export type QueueName = "processing" | "export" | "sync" | "interaction";

export function queueNamed(env: Env, name: QueueName): Queue<QueueMessage> {
  switch (name) {
    case "processing":
      return env.PROCESSING_QUEUE;
    case "export":
      return env.EXPORT_QUEUE;
    case "sync":
      return env.SYNC_QUEUE;
    case "interaction":
      return env.INTERACTION_QUEUE;
    default:
      return name satisfies never;
  }
}
