import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Role } from "#app/domain/accounts/permissions.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { replySchema } from "#app/domain/warehouse/ledger/reply.ts";
import {
  type ClaimInput,
  claimModel,
  type ClaimOutput,
  promiseModel,
  type PromiseInput,
  type PromiseOutput,
} from "#app/domain/warehouse/ledger/testing/floor-models.ts";
import { judgeHistory, type Operation } from "#app/domain/warehouse/ledger/testing/linearizable.ts";
import { opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { openZoneSocket, type ZoneSocket } from "#db/testing/zone-socket.ts";
import { encode, roomName } from "./protocol.ts";

const leaseMs = 5 * 60_000;

async function aZone() {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const { id: zoneId } = await createZone(manager, { warehouseId: home.shop.warehouseId, code: "R", name: "Zona R" });
  const room = roomName(home.id, zoneId);
  const ask = async (command: CommandInput) => {
    const { reply } = await commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
    if (reply.kind !== "applied") throw new Error(`refused: ${JSON.stringify(reply)}`);
    return reply.result;
  };
  for (const command of opening) await ask(command);
  const open = (role: Role) => openZoneSocket(room, home.people[role].cookie);
  return { home, ask, open, handle: env.WAREHOUSE_ZONE.getByName(room) };
}

/** Asks through a socket and waits for the reply. */
async function askThrough(socket: ZoneSocket, command: CommandInput, id: string = testIds.next("cmd")) {
  socket.send(encode({ type: "command", envelope: { id, command } }));
  const { reply } = await socket.until("reply", (frame) => frame.reply.commandId === id);
  return replySchema.parse(reply);
}

/** A count of steps instead of a clock: what ended before another began has the smaller number, and nothing is equal. */
function steps(): () => number {
  let step = 0;
  return () => {
    step += 1;
    return step;
  };
}

const reasonOf = (reply: Awaited<ReturnType<typeof askThrough>>) => (reply.kind === "applied" ? "applied" : reply.reason);

test("promises that four people ask for at once are such as one after the other would have had", async () => {
  const { ask, open } = await aZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 7 });
  const history: Operation<PromiseInput, PromiseOutput>[] = [];
  const random = seededRandom(11);
  const nextStep = steps();
  const sockets = await Promise.all((["owner", "admin", "manager", "manager"] as const).map(open));
  await Promise.all(
    sockets.map(async (socket) => {
      for (let count = 0; count < 15; count += 1) {
        const demandLine = `order${Math.floor(random() * 4)}`;
        const qty = 1 + Math.floor(random() * 4);
        const input: PromiseInput = random() < 0.4 ? { kind: "release", demandLine } : { kind: "reserve", demandLine, qty };
        const callMs = nextStep();
        const command: CommandInput =
          input.kind === "release" ? { type: "release", demandLine } : { type: "reserve", demandLine, sku: "plain", qty, rank: 1 };
        const output = reasonOf(await askThrough(socket, command)) as PromiseOutput;
        history.push({ input, output, callMs, returnMs: nextStep() });
      }
    }),
  );
  expect(new Set(history.map(({ output }) => output))).toEqual(new Set(["applied", "notEnough", "notReserved"]));
  expect(judgeHistory(history, promiseModel(7))).toBe("linearizable");
  expect(judgeHistory(history, promiseModel(6))).toBe("not linearizable");
});

test("a task that four people want at once has one owner at a time", async () => {
  const { home, ask, open } = await aZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 50 });
  const planned = await ask({ type: "plan-move", kind: "move", sku: "plain", qty: 9, fromBin: "b1", toBin: "b2" });
  const taskId = String(planned["taskId"]);
  const history: Operation<ClaimInput, ClaimOutput>[] = [];
  const random = seededRandom(12);
  const nextStep = steps();
  await Promise.all(
    (["owner", "admin", "picker", "manager"] as const).map(async (role) => {
      const socket = await open(role);
      const actor = home.people[role].name;
      for (let count = 0; count < 12; count += 1) {
        const kind = random();
        const input: ClaimInput =
          kind < 0.4
            ? { kind: "claim", actor }
            : kind < 0.8
              ? { kind: "unclaim", actor, mayManage: role !== "picker" }
              : { kind: "work", actor, qty: 1 };
        const callMs = nextStep();
        const type = input.kind === "work" ? "finish-move" : input.kind === "claim" ? "claim" : "unclaim";
        const command: CommandInput = type === "finish-move" ? { type, taskId, qty: 1 } : { type, taskId };
        const reply = await askThrough(socket, command);
        const reason = reasonOf(reply) as Extract<ClaimOutput, string> | "taken";
        const output = reason === "taken" && reply.kind !== "applied" ? { takenBy: String(reply.facts["by"]) } : (reason as ClaimOutput);
        history.push({ input, output, callMs, returnMs: nextStep() });
      }
    }),
  );
  expect(history.some(({ output }) => typeof output === "object")).toBe(true);
  expect(judgeHistory(history, claimModel(9, leaseMs))).toBe("linearizable");
  const twice = history.map((one) => (typeof one.output === "object" ? { ...one, output: "applied" as const } : one));
  expect(judgeHistory(twice, claimModel(9, leaseMs))).toBe("not linearizable");
});

test("who floods the room is told so and left out; everybody else is served", async () => {
  const { open, handle } = await aZone();
  const [flood, calm] = [await open("picker"), await open("manager")];
  const command: CommandInput = { type: "receive", sku: "plain", binId: "b1", qty: 1 };
  for (let count = 0; count < 400; count += 1) flood.send(encode({ type: "command", envelope: { id: `flood${count}`, command } }));
  expect((await askThrough(calm, { ...command, binId: "b2" })).kind).toBe("applied");
  expect(await flood.until("error")).toMatchObject({ code: "too-fast" });
  const lines = (await handle.snapshot()).part.bins.find(({ id }) => id === "b1")?.lines ?? [];
  expect(lines.reduce((sum, { qty }) => sum + qty, 0)).toBeLessThan(400);
  expect(await handle.check()).toEqual([]);
});

test("a room that is thrown out in mid-wave goes on where it was: claims, promises and what is picked", async () => {
  const { home, ask, open, handle } = await aZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 6 });
  await ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 5, rank: 1 });
  const [taskId = ""] = (await ask({ type: "plan-picks", demandLines: ["order"], toBin: "stage" }))["tasks"] as string[];
  const before = await open("picker");
  expect((await askThrough(before, { type: "claim", taskId })).kind).toBe("applied");
  const first = await askThrough(before, { type: "pick", taskId, qty: 2 }, "pick1");
  await evictDurableObject(handle);
  const after = await open("picker");
  expect(await askThrough(after, { type: "pick", taskId, qty: 2 }, "pick1")).toEqual(first);
  expect(reasonOf(await askThrough(await open("manager"), { type: "claim", taskId }))).toBe("taken");
  expect((await handle.snapshot()).part.tasks).toMatchObject([{ id: taskId, doneQty: 2, claimedBy: { name: home.people.picker.name } }]);
  await evictDurableObject(handle);
  expect((await askThrough(await open("picker"), { type: "pick", taskId, qty: 3 })).kind).toBe("applied");
  await ask({ type: "ship", demandLine: "order" });
  expect(await handle.check()).toEqual([]);
  expect((await handle.totals()).find(({ sku }) => sku === "plain")).toMatchObject({ onHand: 1, reserved: 0 });
});

test("a room that ended between its write and its alarm tells others all the same, once anybody asks again", async () => {
  const { ask, handle, open } = await aZone();
  const command: CommandInput = { type: "receive", sku: "plain", binId: "b1", qty: 2 };
  await askThrough(await open("picker"), command, "once");
  await runInDurableObject(handle, async (_room, { storage }) => {
    await storage.deleteAlarm();
  });
  await evictDurableObject(handle);
  await expect(ask({ type: "sweep" })).rejects.toThrow("forbidden");
  expect(await runDurableObjectAlarm(handle)).toBe(true);
});
