import type { QueueMessage } from "./message.ts";

/** The queues that events travel through, by the name dead letters remember. */
export type QueueName = "processing" | "export";

export function queueNamed(env: Env, name: QueueName): Queue<QueueMessage> {
  return name === "export" ? env.EXPORT_QUEUE : env.PROCESSING_QUEUE;
}
