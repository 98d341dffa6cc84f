import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { encode, parseServerMessage } from "#party/warehouse-zone/protocol.ts";
import { signIn } from "#scripts/dev/connect-as-person.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce, type World } from "./bench-world.ts";
import { bundleModule } from "./bundle-module.ts";
import type { Result } from "./result.ts";
import { SocketWithHeaders } from "./socket-with-headers.ts";
import { percentile, round } from "./statistics.ts";
import { aZone, socketUrl, zoneRoom } from "./zone-under-test.ts";

type Size = { bins: number; skus: number; movements: number };

/** Ten bins a SKU in both. */
const large: Size = { bins: 100_000, skus: 10_000, movements: 1_000_000 };
const small: Size = { bins: 100, skus: 10, movements: 10_000 };
/** What comes in at once is written at once: so many bins, each so often. */
const commandsAtOnce = 5_000;
const binsAtOnce = 500;
/** What is not filled by then stays out, and the case says how much is in. */
const fillMs = 180_000;
const pairs = 300;
const warmUps = 20;
/** Below what one connection may send in a second. */
const pauseMs = 40;

/** The same commands in a zone with years behind it and in one that was just opened, taken in turns. */
export async function runZoneLarge(buildDir: string, tempDir: string): Promise<Result[]> {
  const stateDir = mkdtempSync(join(tempDir, "zones-"));
  await seedOnce(stateDir);
  await using app = await startApp({
    buildDir,
    stateDir,
    entry: "filling",
    extraModule: await bundleModule("scripts/bench/filling-worker.ts"),
  });
  const world = { ...app, cookies: [await signIn(app.appUrl, "owner@demo.test")] };
  const startedAt = performance.now();
  const zones = { small: await filledZone(world, "SMALL", small), large: await filledZone(world, "LARGE", large) };
  const filledSeconds = (performance.now() - startedAt) / 1_000;
  const times: Record<keyof typeof zones, number[]> = { small: [], large: [] };
  const sockets = { small: await openSocket(world, zones.small.id), large: await openSocket(world, zones.large.id) };
  for (let count = 0; count < pairs + warmUps; count += 1) {
    const order = count % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const);
    for (const name of order) {
      const durationMs = await sockets[name].ask(`pair${count}`, commandFor(count, name === "small" ? small : large));
      if (count >= warmUps) times[name].push(durationMs);
    }
    await delay(pauseMs);
  }
  for (const { close } of Object.values(sockets)) close();
  const of = (name: keyof typeof zones) => ({
    p50Ms: round(percentile(times[name], 0.5), 2),
    p99Ms: round(percentile(times[name], 0.99), 2),
  });
  return [
    { name: "zone-large/filled-in", value: round(filledSeconds, 1), unit: "s" },
    { name: "zone-large/of-small", value: zones.small.movements, unit: "movements", ...of("small") },
    { name: "zone-large/of-large", value: zones.large.movements, unit: "movements", ...of("large") },
    { name: "zone-large", value: round(percentile(times.large, 0.5) / percentile(times.small, 0.5), 2), unit: "× of small" },
  ];
}

async function filledZone(world: World, code: string, size: Size): Promise<{ id: string; movements: number }> {
  const id = await aZone(world, code, 1);
  const call = async (method: string, what: object) => {
    const body = JSON.stringify({ room: zoneRoom(id), method, ...what });
    const answer = await fetch(new URL("/__bench/zone", world.appUrl), { method: "POST", body });
    if (!answer.ok) throw new Error(`the zone could not be filled: ${answer.status} ${await answer.text()}`);
  };
  const { bins, skus, movements } = size;
  await call("layOut", { bins, skus });
  const endAt = performance.now() + fillMs;
  const stretch = Math.min(bins, binsAtOnce);
  const times = Math.min(movements / bins, commandsAtOnce / stretch);
  let done = 0;
  for (let round = 0; done < movements; round += 1) {
    for (let from = 0; from < bins && performance.now() < endAt; from += stretch) {
      await call("fill", { round, from, to: from + stretch, times, skus });
      done += stretch * times;
    }
    if (performance.now() >= endAt) break;
  }
  return { id, movements: done };
}

/** Goods come, are promised, and are carried elsewhere. */
function commandFor(count: number, { bins, skus }: Size): CommandInput {
  const chosen = (count * 7_919) % bins;
  const sku = `s${chosen % skus}`;
  switch (count % 3) {
    case 0:
      return { type: "receive", sku, binId: `b${chosen}`, qty: 1 };
    case 1:
      return { type: "reserve", demandLine: `order${count}`, sku, qty: 1, rank: 1 };
    default:
      return { type: "move", sku, fromBin: `b${chosen}`, toBin: `b${(chosen + 1) % bins}`, qty: 1 };
  }
}

/** It does not say hello: nobody is sent a hundred thousand bins while commands are timed. */
async function openSocket({ appUrl, cookies }: World, zoneId: string) {
  const socket = new SocketWithHeaders(socketUrl(appUrl, zoneId), { headers: { cookie: cookies[0] ?? "" } });
  const opened = Promise.withResolvers<void>();
  socket.addEventListener("open", () => opened.resolve());
  socket.addEventListener("error", () => opened.reject(new Error("the zone refused a socket")));
  await opened.promise;
  return {
    close: () => socket.close(),
    async ask(id: string, command: CommandInput): Promise<number> {
      const answered = Promise.withResolvers<number>();
      const startedAt = performance.now();
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        const endedAt = performance.now();
        const message = parseServerMessage(data);
        if (message?.type !== "reply" || message.reply.commandId !== id) return;
        socket.removeEventListener("message", onMessage);
        if (message.reply.kind === "applied") answered.resolve(endedAt - startedAt);
        else answered.reject(new Error(`the zone refused a command: ${String(data)}`));
      };
      socket.addEventListener("message", onMessage);
      socket.send(encode({ type: "command", envelope: { id, command } }));
      return answered.promise;
    },
  };
}
