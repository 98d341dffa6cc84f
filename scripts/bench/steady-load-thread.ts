import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createHttpReader } from "./http-reader.ts";
import type { SteadyLoad } from "./steady-load.ts";

const tickMs = 2;
const answerWithinMs = 30_000;

type Line = { socket: Socket; ask(bytes: Uint8Array, onAnswer: (status: number) => void): void };

/** Durations count from when a request was due: one that had to wait for its turn is as late as its sender finds it. */
async function ask({ url: address, perSecond, requests, status }: SteadyLoad): Promise<number[]> {
  const url = new URL(address);
  const count = requests.length;
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => undefined);
  const all = Promise.withResolvers<void>();
  const durationsMs: number[] = [];
  const lines: Line[] = [];
  const free: Line[] = [];
  const startedAt = performance.now();
  async function send(index: number, bytes: Uint8Array): Promise<void> {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    const line = free.pop() ?? (await openLine(url, lines, fault.reject));
    line.ask(bytes, (got) => {
      durationsMs.push(performance.now() - dueAt);
      free.push(line);
      if (got !== status) fault.reject(new Error(`${url.href} answered ${got}, not ${status}`));
      if (durationsMs.length === count) all.resolve();
    });
  }
  try {
    for (let sent = 0; sent < count; await Promise.race([delay(tickMs), fault.promise])) {
      const due = Math.min(count, Math.floor(((performance.now() - startedAt) * perSecond) / 1_000) + 1);
      for (const [index, bytes] of requests.slice(sent, due).entries()) send(sent + index, bytes).catch(fault.reject);
      sent = due;
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

parentPort?.postMessage(await ask(workerData as SteadyLoad), []);
