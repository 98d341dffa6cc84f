import type { QueueMessage } from "#app/worker/queues/message.ts";

export type FakeQueue = {
  binding: Queue<QueueMessage>;
  sent: QueueMessage[];
  batchSizes: number[];
  /** How long each message was told to wait. */
  delays: number[];
  failWith(error: Error | undefined): void;
  /** From now on nothing that is sent ever comes to an end. */
  hang(isHanging: boolean): void;
};

type Sending = { body: QueueMessage; delaySeconds?: number };

/** A queue that keeps what it is sent and consumes nothing. */
export function aFakeQueue(): FakeQueue {
  const sent: QueueMessage[] = [];
  const batchSizes: number[] = [];
  const delays: number[] = [];
  let error: Error | undefined;
  let isHanging = false;
  async function take(messages: Sending[]): Promise<void> {
    if (isHanging) await new Promise(() => undefined);
    if (error !== undefined) throw error;
    batchSizes.push(messages.length);
    sent.push(...messages.map(({ body }) => body));
    delays.push(...messages.map(({ delaySeconds = 0 }) => delaySeconds));
  }
  const binding = {
    send: (body: QueueMessage) => take([{ body }]),
    sendBatch: (batch: Iterable<Sending>) => take([...batch]),
  } as unknown as Queue<QueueMessage>;
  return {
    binding,
    sent,
    batchSizes,
    delays,
    failWith: (next) => void (error = next),
    hang: (next) => void (isHanging = next),
  };
}
