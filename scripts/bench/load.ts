import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createHttpReader } from "./http-reader.ts";
import { childrenTimeUs } from "./processor-time.ts";
import { percentile } from "./statistics.ts";

export type Load = {
  url: URL;
  connections: number;
  /** The next request of a connection, as bytes. Called again only when its last answer has arrived. */
  request: (connection: number) => Buffer;
  status: number;
};

/** `cpuUs`: processor time of the Worker for each request, warming up and all. */
export type LoadResult = { perSecond: number; p50Ms: number; p99Ms: number; cpuUs: number | undefined };

/** A kept connection that asks again as soon as it was answered. */
type Caller = { socket: Socket; start(onAnswer: (durationMs: number) => void): void; stop(): Promise<void> };

/** Asks as fast as the answers come for `durationMs`, after a moment of warming up. A wrong status is a fault, not a result. */
export async function runLoad(load: Load, durationMs: number, warmUpMs = 300): Promise<LoadResult> {
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => undefined);
  const callers = await Promise.all(Array.from({ length: load.connections }, (_, index) => openCaller(load, index, fault.reject)));
  const durationsMs: number[] = [];
  let isCounting = false;
  let answers = 0;
  const usedBeforeUs = childrenTimeUs();
  try {
    for (const caller of callers) {
      caller.start((duration) => {
        answers += 1;
        if (isCounting) durationsMs.push(duration);
      });
    }
    await Promise.race([wait(warmUpMs), fault.promise]);
    isCounting = true;
    const startedAt = performance.now();
    await Promise.race([wait(durationMs), fault.promise]);
    isCounting = false;
    const seconds = (performance.now() - startedAt) / 1_000;
    await Promise.race([Promise.all(callers.map((caller) => caller.stop())), fault.promise]);
    const usedUs = childrenTimeUs();
    return {
      perSecond: durationsMs.length / seconds,
      p50Ms: percentile(durationsMs, 0.5),
      p99Ms: percentile(durationsMs, 0.99),
      cpuUs: usedUs === undefined || usedBeforeUs === undefined ? undefined : (usedUs - usedBeforeUs) / Math.max(1, answers),
    };
  } finally {
    for (const { socket } of callers) socket.destroy();
  }
}

async function openCaller({ url, request, status }: Load, index: number, fail: (error: Error) => void): Promise<Caller> {
  const socket = connect(Number(url.port), url.hostname);
  await once(socket, "connect");
  socket.setNoDelay(true);
  const idle = Promise.withResolvers<void>();
  let isStopping = false;
  let sentAt = 0;
  let report: (durationMs: number) => void = () => undefined;
  function ask(): void {
    sentAt = performance.now();
    socket.write(request(index));
  }
  const read = createHttpReader((got) => {
    if (got !== status) fail(new Error(`${url.href} answered ${got}, not ${status}`));
    report(performance.now() - sentAt);
    if (isStopping) idle.resolve();
    else ask();
  });
  socket.on("data", read);
  socket.on("error", fail);
  socket.on("close", () => void (isStopping || fail(new Error(`${url.href} closed a connection`))));
  return {
    socket,
    start(onAnswer) {
      report = onAnswer;
      ask();
    },
    // The last answer is waited for, so that nothing of this case still runs during the next.
    stop() {
      isStopping = true;
      return idle.promise;
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A body makes it a PUT unless another method is named. */
export function requestBytes(url: URL, path: string, headers: Record<string, string> = {}, body?: string, method?: "POST"): Buffer {
  const lines = [
    `${method ?? (body === undefined ? "GET" : "PUT")} ${path} HTTP/1.1`,
    `host: ${url.host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ["content-type: application/json", `content-length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body ?? ""}`);
}
