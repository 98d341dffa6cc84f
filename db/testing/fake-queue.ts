import type { QueueMessage } from "#app/worker/queues/message.ts";

export type FakeQueue = {
  binding: Queue<QueueMessage>;
  sent: QueueMessage[];
  batchSizes: number[];
  failWith(error: Error | undefined): void;
  /** From now on nothing that is sent ever comes to an end. */
  hang(isHanging: boolean): void;
};

/** A queue that keeps what it is sent and consumes nothing. */
export function aFakeQueue(): FakeQueue {
  const sent: QueueMessage[] = [];
  const batchSizes: number[] = [];
  let error: Error | undefined;
  let isHanging = false;
  async function take(messages: QueueMessage[]): Promise<void> {
    if (isHanging) await new Promise(() => undefined);
    if (error !== undefined) throw error;
    batchSizes.push(messages.length);
    sent.push(...messages);
  }
  const binding = {
    send: (message: QueueMessage) => take([message]),
    sendBatch: (batch: Iterable<{ body: QueueMessage }>) => take([...batch].map(({ body }) => body)),
  } as unknown as Queue<QueueMessage>;
  return {
    binding,
    sent,
    batchSizes,
    failWith: (next) => void (error = next),
    hang: (next) => void (isHanging = next),
  };
}
