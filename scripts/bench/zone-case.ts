import { setTimeout as delay } from "node:timers/promises";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { encode, parseServerMessage } from "#party/warehouse-zone/protocol.ts";
import type { World } from "./bench-world.ts";
import { runHello } from "./http-cases.ts";
import { aZone, socketUrl } from "./zone-under-test.ts";
import { childrenTimeUs } from "./processor-time.ts";
import type { Result } from "./result.ts";
import { SocketWithHeaders } from "./socket-with-headers.ts";
import { percentile, round } from "./statistics.ts";

const settleMs = 400;
/** Below what one connection may send in a second. */
const perSocket = 25;

type Tablet = { socket: WebSocket; ready: Promise<void>; sentAt: Map<string, number>; repliesMs: number[]; deltasMs: number[] };

/** How many commands a second one zone decides, writes and tells its followers. Each socket waits for its reply. */
export async function runZoneCommands(world: World): Promise<Result> {
  const hello = await runHello(world);
  await using floor = await openFloor(world, await aZone(world, "BENCH1", 100), 64);
  const seconds = 4;
  await floor.scanInTurn(1);
  const before = floor.replies();
  const usedBeforeUs = childrenTimeUs();
  await floor.scanInTurn(seconds);
  const [commands, usedUs] = [floor.replies() - before, childrenTimeUs()];
  const value = Math.round(commands / seconds);
  const result = { ...floor.result("zone-commands", value, "commands/s"), ratioToHello: round(value / hello.value, 4) };
  if (usedUs === undefined || usedBeforeUs === undefined) return result;
  return { ...result, cpuUs: Math.round((usedUs - usedBeforeUs) / Math.max(1, commands)) };
}

/** Forty people who scan every two seconds in one zone: how long each waits, and when the others see it. */
export async function runTablets(world: World): Promise<Result[]> {
  await using floor = await openFloor(world, await aZone(world, "BENCH2", 200), 40);
  await floor.scanEvery(2_000, 12_000);
  const all = floor.tablets.flatMap(({ deltasMs }) => deltasMs);
  return [
    floor.result("zone-tablets", Math.round(floor.replies() / 12), "commands/s"),
    {
      name: "zone-tablets/fan-out",
      value: Math.round(all.length / 12),
      unit: "deliveries/s",
      p50Ms: round(percentile(all, 0.5), 1),
      p99Ms: round(percentile(all, 0.99), 1),
    },
  ];
}

async function openFloor({ appUrl, cookies }: World, zoneId: string, size: number) {
  const url = socketUrl(appUrl, zoneId);
  // Owner, admin, manager and picker may scan; the others only look on.
  const tablets = Array.from({ length: size }, (_, index) => openTablet(url, cookies[index % 4] ?? ""));
  await Promise.all(tablets.map(({ ready }) => ready));
  await delay(settleMs);
  let sent = 0;
  const seenAt = new Map<number, number>();
  function scan(tablet: Tablet): Promise<void> {
    sent += 1;
    const id = `scan-${sent}`;
    const command: CommandInput = { type: "receive", sku: "sku", binId: `b${sent % 100}`, qty: 1 };
    tablet.sentAt.set(id, performance.now());
    tablet.socket.send(encode({ type: "command", envelope: { id, command } }));
    return answerTo(tablet, id, (seq, at) => seenAt.set(seq, at));
  }
  for (const tablet of tablets) followDeltas(tablet, seenAt);
  const replies = () => tablets.reduce((sum, tablet) => sum + tablet.repliesMs.length, 0);
  return {
    tablets,
    replies,
    async scanInTurn(seconds: number) {
      const endAt = performance.now() + seconds * 1_000;
      const pause = 1_000 / perSocket;
      await Promise.all(
        tablets.map(async (tablet) => {
          while (performance.now() < endAt) {
            const startedAt = performance.now();
            await scan(tablet);
            await delay(Math.max(0, pause - (performance.now() - startedAt)));
          }
        }),
      );
    },
    async scanEvery(everyMs: number, durationMs: number) {
      await Promise.all(
        tablets.map(async (tablet, index) => {
          await delay((everyMs * index) / tablets.length);
          for (let passedMs = 0; passedMs < durationMs; passedMs += everyMs) {
            void scan(tablet);
            await delay(everyMs);
          }
        }),
      );
      await delay(settleMs);
    },
    result(name: string, value: number, unit: string): Result {
      const all = tablets.flatMap(({ repliesMs }) => repliesMs);
      return { name, value, unit, p50Ms: round(percentile(all, 0.5), 1), p99Ms: round(percentile(all, 0.99), 1) };
    },
    async [Symbol.asyncDispose]() {
      for (const { socket } of tablets) socket.close();
      await delay(settleMs);
    },
  };
}

function openTablet(url: string, cookie: string): Tablet {
  const socket = new SocketWithHeaders(url, { headers: { cookie } });
  const opened = Promise.withResolvers<void>();
  socket.addEventListener("open", () => {
    socket.send(encode({ type: "hello" }));
    opened.resolve();
  });
  socket.addEventListener("error", () => opened.reject(new Error("the zone refused a socket")));
  return { socket, ready: opened.promise, sentAt: new Map(), repliesMs: [], deltasMs: [] };
}

/** Resolves with the reply, and keeps when the command was sent under the event it became. */
function answerTo(tablet: Tablet, id: string, remember: (seq: number, sentAt: number) => void): Promise<void> {
  const answered = Promise.withResolvers<void>();
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || !data.includes(`"${id}"`)) return;
    const message = parseServerMessage(data);
    if (message?.type !== "reply" || message.reply.commandId !== id) return;
    tablet.socket.removeEventListener("message", onMessage);
    if (message.reply.kind !== "applied") answered.reject(new Error(`the zone refused a scan: ${data}`));
    const sentAt = tablet.sentAt.get(id) ?? 0;
    tablet.repliesMs.push(performance.now() - sentAt);
    remember(Number(message.reply["seq"]), sentAt);
    answered.resolve();
  };
  tablet.socket.addEventListener("message", onMessage);
  return answered.promise;
}

/** A delta tells of events up to its place: each that was not told before arrives with it. */
function followDeltas(tablet: Tablet, sentAtOf: ReadonlyMap<number, number>): void {
  tablet.socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const [, from, to] = typeof data === "string" ? (/"type":"delta".*?"fromSeq":(\d+),"toSeq":(\d+)/.exec(data) ?? []) : [];
    if (from === undefined || to === undefined) return;
    const now = performance.now();
    for (let seq = Number(from) + 1; seq <= Number(to); seq += 1) {
      const sentAt = sentAtOf.get(seq);
      if (sentAt !== undefined) tablet.deltasMs.push(now - sentAt);
    }
  });
}
