import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { alerts } from "#db/schema/floor-watch.ts";
import { serialPlaces } from "#db/schema/warehouse.ts";
import { aDepot } from "#db/testing/depot.ts";
import { writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { roomName } from "#party/warehouse-zone/protocol.ts";
import { commandZone } from "../command-zone.server.ts";
import { listAlerts } from "../list-alerts.server.ts";
import { watchZones } from "../watch-zones.server.ts";
import { projectSerials } from "./project-serials.server.ts";

type Depot = Pick<Awaited<ReturnType<typeof aDepot>>, "manager">;

let asked = 0;

async function aTrackedSku() {
  const depot = await aDepot();
  const { variantId: sku } = await depot.aProduct({ tracksSerials: true });
  const receive = async (zoneId: string, serial: string) => {
    asked += 1;
    const command = { type: "receive", sku, binId: "shelf-1", qty: 1, serials: [serial] };
    return (await commandZone(depot.manager, { zoneId, envelope: { id: `serial-${asked}`, command } })).reply;
  };
  const tell = (zoneId: string) => runDurableObjectAlarm(env.WAREHOUSE_ZONE.getByName(roomName(depot.home.id, zoneId)));
  return { ...depot, sku, receive, tell };
}

async function twinsOf({ manager }: Depot): Promise<unknown[]> {
  const { data } = await listAlerts(manager, {});
  return data.filter(({ kind }) => kind === "serial-twice").map(({ facts }) => facts);
}

const placesOf = async ({ manager }: Depot, serial: string) =>
  new Map((await manager.db.all(serialPlaces, { where: eq(serialPlaces.serial, serial) })).map(({ zoneId, state }) => [zoneId, state]));

/** Both zones have it, as when they received it in the same moment and neither had told of it. */
async function aTwin() {
  const depot = await aTrackedSku();
  const { zoneA, zoneB, receive } = depot;
  const [first, second] = await Promise.all([receive(zoneA, "S1"), receive(zoneB, "S1")]);
  return { ...depot, applied: [first, second].filter(({ kind }) => kind === "applied").length };
}

test("a number that lies in one zone is not received in another, and is once it has left", async () => {
  const depot = await aTrackedSku();
  const { zoneA, zoneB, sku, receive, ask, told } = depot;
  expect(await receive(zoneA, "S1")).toMatchObject({ kind: "applied" });
  await told();
  expect(await receive(zoneB, "S1")).toMatchObject({ kind: "conflict", reason: "serialOtherZone" });
  await ask(zoneA, { type: "adjust", sku, binId: "shelf-1", delta: -1, reason: "lost", serials: ["S1"] });
  // The register has not heard of it yet: the zone that it names is asked.
  expect(await receive(zoneB, "S1")).toMatchObject({ kind: "applied" });
  await told();
  expect(await placesOf(depot, "S1")).toEqual(
    new Map([
      [zoneA, "away"],
      [zoneB, "here"],
    ]),
  );
  expect(await twinsOf(depot)).toEqual([]);
});

test("of two receipts of one number in two zones at once, one is refused or both places are told as soon as the zones tell of them", async () => {
  const depot = await aTwin();
  const { applied, zoneA, zoneB, sku, tell } = depot;
  await Promise.all([tell(zoneA), tell(zoneB)]);
  const twins = await twinsOf(depot);
  expect(twins).toHaveLength(applied === 2 ? 1 : 0);
  if (applied < 2) return;
  expect(twins).toEqual([{ value: 1, serial: "S1", sku, zone: "Picking 1", bin: "shelf-1", otherZone: "Picking 2", otherBin: "shelf-1" }]);
});

/** One zone does not hear of the other: its register is empty at that moment. */
async function aSureTwin() {
  const depot = await aTrackedSku();
  const { zoneA, zoneB, receive, home } = depot;
  await receive(zoneA, "S1");
  await depot.tell(zoneA);
  await writeRows(home.id, updateWhere(serialPlaces, eq(serialPlaces.zoneId, zoneA), { state: "away" }));
  expect(await receive(zoneB, "S1")).toMatchObject({ kind: "applied" });
  await writeRows(home.id, updateWhere(serialPlaces, eq(serialPlaces.zoneId, zoneA), { state: "here" }));
  return depot;
}

test("a number in two zones raises one alert with both places, which goes by itself once it is corrected", async () => {
  const depot = await aSureTwin();
  const { zoneA, zoneB, sku, tell, ask, manager, stage, home } = depot;
  await tell(zoneB);
  expect(await twinsOf(depot)).toMatchObject([{ serial: "S1", zone: "Picking 1", otherZone: "Picking 2" }]);
  const cron = stage.as(home, { system: "watch-zones" });
  const watch = () =>
    watchZones(cron, [
      { id: zoneA, name: "Picking 1" },
      { id: zoneB, name: "Picking 2" },
    ]);
  await watch();
  expect(await twinsOf(depot)).toHaveLength(1);
  await ask(zoneB, { type: "adjust", sku, binId: "shelf-1", delta: -1, reason: "correction", serials: ["S1"] });
  await tell(zoneB);
  stage.clock.advance(16 * 60_000);
  await watch();
  expect(await manager.db.count(alerts, and(eq(alerts.kind, "serial-twice"), isNull(alerts.resolvedAt)))).toBe(0);
});

test("the watch finds a number in two zones that nobody was told of", async () => {
  const depot = await aSureTwin();
  const { zoneA, zoneB, sku, stage, home, system } = depot;
  // As if the telling had ended right after it was written.
  const silent = { ...system, ports: { ...system.ports, zoneRooms: { ...system.ports.zoneRooms, serials: () => Promise.resolve([]) } } };
  await projectSerials(silent, { zoneId: zoneB, seq: 99, places: [{ sku, serial: "S1", binId: "shelf-1" }] });
  expect(await twinsOf(depot)).toEqual([]);
  await watchZones(stage.as(home, { system: "watch-zones" }), [{ id: zoneA, name: "Picking 1" }]);
  expect(await twinsOf(depot)).toMatchObject([{ serial: "S1", bin: "shelf-1", otherBin: "shelf-1" }]);
});

test.each(["sender", "receiver"] as const)("a transfer is no twin, also when the %s tells first", async (first) => {
  const depot = await aTrackedSku();
  const { zoneA, zoneB, sku, receive, tell, ask, told } = depot;
  await receive(zoneA, "S1");
  await told();
  await ask(zoneA, {
    type: "send",
    transferId: `tr-${sku}`,
    toZone: zoneB,
    toBin: "shelf-2",
    sku,
    fromBin: "shelf-1",
    qty: 1,
    serials: ["S1"],
  });
  if (first === "sender") await tell(zoneA);
  else {
    const item = { sku, code: sku, title: "Kettle", gtin: null, tracksLots: false, tracksSerials: true };
    const goods = { transferId: `tr-${sku}`, fromZone: zoneA, toBin: "shelf-2", item, sku, lot: "", qty: 1, serials: ["S1"] };
    const zone = { workspaceId: depot.home.id, zoneId: zoneB };
    const actor = { id: "floor", name: "Entrepot", right: "system" } as const;
    const envelope = { id: `in-${sku}`, command: { type: "take-in", ...goods } };
    await depot.system.ports.zoneRooms.command(zone, { envelope, actor, device: null });
  }
  await tell(zoneB);
  expect(await twinsOf(depot)).toEqual([]);
  await told();
  await told();
  expect(await placesOf(depot, "S1")).toEqual(
    new Map([
      [zoneA, "away"],
      [zoneB, "here"],
    ]),
  );
  expect(await twinsOf(depot)).toEqual([]);
});
