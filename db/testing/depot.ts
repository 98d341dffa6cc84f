import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { asc, desc, eq } from "drizzle-orm";
import type { ServiceContext } from "#app/domain/context.ts";
import { askZone } from "#app/domain/warehouse/ask-zone.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { packOrder } from "#app/domain/warehouse/fulfil/pack-order.server.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { settleReleases } from "#app/domain/warehouse/fulfil/settle-releases.server.ts";
import { shipOrder } from "#app/domain/warehouse/fulfil/ship-order.server.ts";
import { updateDemand } from "#app/domain/warehouse/fulfil/update-demand.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { roomName } from "#party/warehouse-zone/protocol.ts";
import { listings, variants } from "../schema/catalog.ts";
import { demandLines, fulfilments } from "../schema/fulfilment.ts";
import { orderItems, orders } from "../schema/orders.ts";
import { insert, updateWhere } from "../writes.ts";
import { stageStartMs, testIds } from "./basics.ts";
import { aListing, anOrder, anOrderItem, aVariant } from "./shop-rows.ts";
import { createStage } from "./stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "./world.ts";

type Depot = { home: TestWorkspace; manager: ServiceContext; system: ServiceContext; zoneIds: string[] };

/** A warehouse with two picking zones and orders that ask it for goods: rooms, database and all. */
export async function aDepot() {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const system = stage.as(home, { system: "floor" });
  const { warehouseId, channelId } = home.shop;
  const zoneA = (await createZone(manager, { warehouseId, code: "P1", name: "Picking 1" })).id;
  const zoneB = (await createZone(manager, { warehouseId, code: "P2", name: "Picking 2" })).id;
  const zoneIds = [zoneA, zoneB];
  const bins = [aBin("shelf-1", "pick", 1), aBin("shelf-2", "pick", 2), aBin("apart", "quarantine", 4), table];
  for (const zoneId of zoneIds) await commandOf(manager, zoneId, { type: "put-bins", bins });
  const depot = { home, manager, system, zoneIds };
  const [floor, market] = [floorOf(depot), ordersOf(depot)];
  /** An order on its whole way through the house, from one zone. */
  async function aShippedOrder(zoneId: string, lines: { listingRef: string; quantity: number }[], serials: string[] = []): Promise<string> {
    const orderId = await market.anOrder(lines);
    await releaseOrders(manager, { warehouseId, orderIds: [orderId] });
    await floor.settle();
    await floor.pickAll(zoneId, null, serials);
    const { id } = await market.fulfilmentOf(orderId);
    await packOrder(manager, { id });
    await shipOrder(manager, { id });
    await floor.told();
    return orderId;
  }
  return { ...depot, ...floor, ...market, aShippedOrder, stage, zoneA, zoneB, warehouseId, channelId };
}

function aBin(id: string, kind: "pick" | "staging" | "quarantine", rank: number) {
  return { id, code: id.toUpperCase(), kind, aisle: "1", xMm: rank * 1_000, yMm: 0, rank, isBlocked: false, capacityUnits: null };
}

const table = aBin("table", "staging", 3);

function commandOf(manager: ServiceContext, zoneId: string, command: CommandInput) {
  return askZone(manager, zoneId, { id: testIds.next("cmd"), command });
}

function floorOf({ home, manager, system, zoneIds }: Depot) {
  const ask = (zoneId: string, command: CommandInput) => commandOf(manager, zoneId, command);
  /** The rooms have told the database all they had to tell. */
  const told = async () => {
    for (const zoneId of zoneIds) await runDurableObjectAlarm(env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId)));
  };
  return {
    ask,
    told,
    giveTable: (zoneId: string) => ask(zoneId, { type: "put-bins", bins: [table] }),
    async receive(zoneId: string, sku: string, qty: number, serials: string[] = []): Promise<void> {
      await ask(zoneId, { type: "receive", sku, binId: "shelf-1", qty, serials });
      await told();
    },
    async settle(): Promise<void> {
      await settleReleases(system);
      await told();
    },
    async pickAll(zoneId: string, short: "none-there" | null = null, serials: string[] = []): Promise<void> {
      const { part } = await manager.ports.zoneRooms.snapshot({ workspaceId: home.id, zoneId });
      for (const task of part.tasks.filter(({ kind }) => kind === "pick")) {
        await ask(zoneId, { type: "pick", taskId: task.id, qty: short === null ? task.qty : 0, short, serials });
      }
      await told();
    },
  };
}

function ordersOf({ home, manager, system, zoneIds }: Depot) {
  const { channelId, productId } = home.shop;
  let count = 0;
  return {
    async aProduct({ tracksSerials = false } = {}): Promise<{ variantId: string; listingRef: string }> {
      const variantId = testIds.next("var");
      const listingRef = `MLB${variantId.slice(-10)}`;
      await writeRows(
        home.id,
        insert(variants, aVariant({ id: variantId, productId, sku: variantId })),
        insert(listings, aListing({ channelId, listingRef, variantId, linkState: "linked" })),
      );
      const items = [{ sku: variantId, code: variantId, title: "Kettle", gtin: null, tracksSerials }];
      for (const zoneId of zoneIds) await commandOf(manager, zoneId, { type: "put-items", items });
      return { variantId, listingRef };
    },
    /** Each is placed after the one before. */
    async anOrder(lines: { listingRef: string; quantity: number }[], state = "ready"): Promise<string> {
      const id = testIds.next("ord");
      count += 1;
      const placedAt = stageStartMs + count;
      await writeRows(
        home.id,
        insert(orders, anOrder({ id, channelId, state, placedAt })),
        ...lines.map((line, index) => insert(orderItems, anOrderItem({ id: `${id}/${index}`, orderId: id, channelId, placedAt, ...line }))),
      );
      await updateDemand(system);
      return id;
    },
    async setOrder(id: string, state: string): Promise<void> {
      await writeRows(home.id, updateWhere(orders, eq(orders.id, id), { state }));
      await updateDemand(system);
    },
    async fulfilmentOf(orderId: string): Promise<typeof fulfilments.$inferSelect> {
      const [row] = await manager.db.all(fulfilments, { where: eq(fulfilments.orderId, orderId), orderBy: desc(fulfilments.id), limit: 1 });
      if (row === undefined) throw new Error(`${orderId} was never released`);
      return row;
    },
    async statesOf(orderId: string): Promise<string[]> {
      const lines = await manager.db.all(demandLines, { where: eq(demandLines.orderId, orderId), orderBy: asc(demandLines.id) });
      return lines.map(({ state }) => state);
    },
  };
}
