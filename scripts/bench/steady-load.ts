import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createHttpReader } from "./http-reader.ts";

export type SteadyLoad = { url: URL; perSecond: number; count: number; request: (index: number) => Buffer; status: number };

const tickMs = 2;
const answerWithinMs = 30_000;

type Line = { socket: Socket; ask(bytes: Buffer, onAnswer: (status: number) => void): void };

/**
 * Asks at a steady rate whether or not the last answers have come, as many senders do who know nothing of each other.
 * Durations count from when a request was due: one that had to wait for its turn is as late as its sender finds it.
 */
export async function askSteadily({ url, perSecond, count, request, status }: SteadyLoad): Promise<number[]> {
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => undefined);
  const all = Promise.withResolvers<void>();
  const durationsMs: number[] = [];
  const lines: Line[] = [];
  const free: Line[] = [];
  const startedAt = performance.now();
  async function send(index: number): Promise<void> {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    const line = free.pop() ?? (await openLine(url, lines, fault.reject));
    line.ask(request(index), (got) => {
      durationsMs.push(performance.now() - dueAt);
      free.push(line);
      if (got !== status) fault.reject(new Error(`${url.href} answered ${got}, not ${status}`));
      if (durationsMs.length === count) all.resolve();
    });
  }
  try {
    for (let sent = 0; sent < count; await Promise.race([delay(tickMs), fault.promise])) {
      const due = Math.min(count, Math.floor(((performance.now() - startedAt) * perSecond) / 1_000) + 1);
      for (; sent < due; sent += 1) send(sent).catch(fault.reject);
    }
    const tooLong = delay(answerWithinMs, undefined, { ref: false }).then(() => {
      throw new Error(`${count - durationsMs.length} requests were not answered within ${answerWithinMs / 1_000} s`);
    });
    await Promise.race([all.promise, fault.promise, tooLong]);
    return durationsMs;
  } finally {
    for (const { socket } of lines) socket.destroy();
  }
}

async function openLine(url: URL, lines: Line[], fail: (error: Error) => void): Promise<Line> {
  const socket = connect(Number(url.port), url.hostname);
  let report: (status: number) => void = () => undefined;
  const line: Line = {
    socket,
    ask(bytes, onAnswer) {
      report = onAnswer;
      socket.write(bytes);
    },
  };
  lines.push(line);
  await once(socket, "connect");
  socket.setNoDelay(true);
  socket.on(
    "data",
    createHttpReader((status) => report(status)),
  );
  socket.on("error", fail);
  return line;
}
