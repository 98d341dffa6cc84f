import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { roomName } from "./protocol.ts";

afterEach(() => void vi.useRealTimers());

test("what is booked right after a telling is told with all of that second, and after a rest it is told soon", async () => {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const { id: zoneId } = await createZone(manager, { warehouseId: home.shop.warehouseId, code: "T", name: "Zona T" });
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId));
  const receive = { type: "receive", sku: "plain", binId: "b1", qty: 1 };
  const ask = (command: object) => commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
  const planned = () => runInDurableObject(handle, (_room, { storage }) => storage.getAlarm());
  const tellAll = async () => {
    while (await runDurableObjectAlarm(handle)) expect((await checkZoneBooks(manager, { id: zoneId })).untold).toEqual([]);
  };
  for (const command of opening) await ask(command);
  await tellAll();
  // An hour ahead, so that no alarm comes by itself.
  const hourMs = Date.now() + 3_600_000;
  vi.useFakeTimers({ toFake: ["Date"], now: hourMs });
  await ask(receive);
  expect(await planned()).toBe(hourMs + 200);
  await tellAll();
  vi.setSystemTime(hourMs + 100);
  await ask(receive);
  expect(await planned()).toBe(hourMs + 1_000);
  vi.setSystemTime(hourMs + 900);
  await ask(receive);
  expect(await planned()).toBe(hourMs + 1_000);
  await tellAll();
  vi.setSystemTime(hourMs + 3_000);
  await ask(receive);
  expect(await planned()).toBe(hourMs + 3_200);
});
