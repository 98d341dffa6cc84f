import { encode, parseServerMessage } from "#party/warehouse-zone/protocol.ts";
import { applyFrame, emptyZone } from "#party/warehouse-zone/state.ts";
import type { World } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { SocketWithHeaders } from "./socket-with-headers.ts";
import { percentile, round } from "./statistics.ts";
import { askZone, aZone, readZone, socketUrl } from "./zone-under-test.ts";

const bins = 500;
const missed = 1_000;
const atOnce = 16;
const comebacks = 40;

/** Somebody was away for a thousand events: from the question on the open socket until what was missed is in the view. */
export async function runZoneResume(world: World): Promise<Result> {
  const zoneId = await aZone(world, "BENCH4", bins);
  const { cursor } = await readZone(world, zoneId);
  for (let done = 0; done < missed; done += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, missed - done) }, (_, index) => done + index);
    await Promise.all(
      some.map((one) => askZone(world, zoneId, `in${one}`, { type: "receive", sku: "sku", binId: `b${one % bins}`, qty: 1 })),
    );
  }
  const durationsMs = [];
  for (let count = 0; count < comebacks; count += 1) durationsMs.push(await comeBack(world, zoneId, cursor));
  return {
    name: "zone-resume",
    value: missed,
    unit: "events",
    p50Ms: round(percentile(durationsMs, 0.5), 1),
    p99Ms: round(percentile(durationsMs, 0.99), 1),
  };
}

async function comeBack({ appUrl, cookies }: World, zoneId: string, cursor: { epoch: string; seq: number }): Promise<number> {
  const socket = new SocketWithHeaders(socketUrl(appUrl, zoneId), { headers: { cookie: cookies[0] ?? "" } });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let askedAt = 0;
  socket.addEventListener("open", () => {
    askedAt = performance.now();
    socket.send(encode({ type: "hello", cursor }));
  });
  socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = parseServerMessage(data);
    if (message?.type !== "delta" || message.fromSeq !== cursor.seq) return;
    const { view } = applyFrame({ ...emptyZone, cursor }, message);
    if (view.cursor?.seq === cursor.seq + missed) resolve(performance.now() - askedAt);
    else reject(new Error(`what was missed ends at ${view.cursor?.seq}, not at ${cursor.seq + missed}`));
  });
  socket.addEventListener("error", () => reject(new Error("the zone refused a socket")));
  try {
    return await promise;
  } finally {
    socket.close();
  }
}
