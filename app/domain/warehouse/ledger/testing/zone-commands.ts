import fc from "fast-check";
import type { CommandInput } from "../commands.ts";
import type { BinKind } from "../../bin.ts";
import type { Line } from "../facts.ts";
import type { MemoryZone } from "./memory-zone.ts";

const skus = ["plain", "lotted", "tracked"] as const;
const bins = ["b1", "b2", "b3", "bulk", "dock", "stage", "full"] as const;
const demands = ["d1", "d2", "d3", "d4", "d5"] as const;

const kinds: Record<(typeof bins)[number], BinKind> = {
  b1: "pick",
  b2: "pick",
  b3: "pick",
  bulk: "bulk",
  dock: "receiving",
  stage: "staging",
  full: "pick",
};

/** A zone of a few places and goods, so that commands meet each other all the time. */
export const opening: CommandInput[] = [
  {
    type: "put-bins",
    bins: bins.map((id, index) => ({
      id,
      code: id.toUpperCase(),
      kind: kinds[id],
      aisle: String(index),
      xMm: index * 1e3,
      yMm: 0,
      rank: index,
      isBlocked: false,
      capacityUnits: id === "full" ? 5 : null,
    })),
  },
  {
    type: "put-items",
    items: skus.map((sku) => ({
      sku,
      code: sku.toUpperCase(),
      title: sku,
      gtin: null,
      tracksLots: sku === "lotted",
      tracksSerials: sku === "tracked",
    })),
  },
];

const bin = fc.constantFrom(...bins);
const sku = fc.constantFrom(...skus);
const qty = fc.integer({ min: 1, max: 12 });
const demandLine = fc.constantFrom(...demands);
const lot = fc.constantFrom("", "L1", "L2");
const plate = fc.constantFrom("", "", "", "P1", "P2", "P3");
const status = fc.constantFrom<Line["status"]>("available", "available", "available", "hold", "damaged");
const pickIndex = fc.nat();

/** What a command will be is settled when it is its turn: which task or serial it names depends on what is there then. */
export type Draft = (zone: MemoryZone) => CommandInput;

const goods = fc.record({ sku, lot, plate, status });

/** Serial numbers of the line where the SKU has some; otherwise none. */
function serialsOf(
  zone: MemoryZone,
  at: { sku: string; lot: string; plate: string; status: string; bin: string },
  count: number,
): string[] {
  if (at.sku !== "tracked") return [];
  return [...zone.state.serials.values()]
    .filter(({ key }) => key.account === `bin:${at.bin}` && key.plate === at.plate && key.status === at.status && key.lot === at.lot)
    .map(({ serial }) => serial)
    .slice(0, count);
}

function aTask(zone: MemoryZone, index: number, ofKinds: readonly string[]): string {
  const tasks = [...zone.state.tasks.values()].filter((task) => ofKinds.includes(task.kind));
  // Mostly one that is still to be done, now and then an old one.
  const open = tasks.filter(({ state }) => state === "open" || state === "claimed");
  const from = open.length > 0 && index % 8 !== 0 ? open : tasks;
  return from[index % Math.max(1, from.length)]?.id ?? "nothing";
}

type Where = { sku: string; lot: string; plate: string; status: Line["status"]; bin: string };

/** Mostly goods that are there, now and then some that are not. */
function someGoods(zone: MemoryZone, asked: { index: number; goods: Omit<Where, "bin">; bin: string }): Where {
  const lines = [...zone.state.lines.values()].filter(({ account }) => account.startsWith("bin:"));
  const line = asked.index % 6 === 0 ? undefined : lines[asked.index % Math.max(1, lines.length)];
  if (line === undefined) return { ...asked.goods, bin: asked.bin };
  return { sku: line.sku, lot: line.lot, plate: line.plate, status: line.status, bin: line.account.slice(4) };
}

const serialNames = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 });

const receive = fc
  .record({ goods, binId: bin, qty, names: serialNames, back: fc.boolean(), document: fc.option(fc.nat(30)) })
  .map((one): Draft => () => ({
    type: "receive",
    ...one.goods,
    binId: one.binId,
    qty: one.qty,
    from: one.back ? "return" : "supplier",
    lot: one.goods.sku === "lotted" ? one.goods.lot || "L1" : "",
    documentLine: one.document === null ? null : `doc${one.document}`,
    serials: one.goods.sku === "tracked" ? one.names.slice(0, one.qty).map((name) => `S${name}`) : [],
    expiresAt: one.goods.lot === "L1" ? 5e6 : null,
  }));
const where = fc.record({ index: pickIndex, goods, bin });

const move = fc.record({ where, toBin: bin, toPlate: plate, qty }).map((one): Draft => (zone) => {
  const { bin: fromBin, ...what } = someGoods(zone, one.where);
  const serials = serialsOf(zone, { ...what, bin: fromBin }, one.qty);
  return { type: "move", ...what, fromBin, toBin: one.toBin, toPlate: one.toPlate, qty: one.qty, serials };
});
const adjust = fc
  .record({
    where,
    name: fc.nat(60),
    delta: fc
      .integer({
        min: -9,
        max: 9,
      })
      .filter((n) => n !== 0),
    reason: fc.constantFrom("found" as const, "lost" as const, "damaged" as const, "correction" as const),
  })
  .map(({ where: asked, name, delta, reason }): Draft => (zone) => {
    const { bin: binId, ...what } = someGoods(zone, asked);
    const fresh = what.sku === "tracked" ? Array.from({ length: Math.max(0, delta) }, (_, index) => `S${name + index}`) : [];
    return { type: "adjust", ...what, binId, delta, reason, serials: delta < 0 ? serialsOf(zone, { ...what, bin: binId }, -delta) : fresh };
  });
const setStatus = fc.record({ where, qty, toStatus: status }).map((one): Draft => (zone) => {
  const { bin: binId, ...what } = someGoods(zone, one.where);
  const serials = serialsOf(zone, { ...what, bin: binId }, one.qty);
  return { type: "set-status", ...what, binId, qty: one.qty, toStatus: one.toStatus, serials };
});
const inspect = fc
  .record({
    where,
    qty,
    toBin: fc.option(bin),
    outcome: fc.constantFrom("restock" as const, "quarantine" as const, "damaged" as const, "scrap" as const),
    document: fc.option(fc.nat(30)),
  })
  .map((one): Draft => (zone) => {
    const onHold = [...zone.state.lines.values()].filter(({ account, status: is }) => account.startsWith("bin:") && is === "hold");
    const line = onHold[one.where.index % Math.max(1, onHold.length)];
    const { bin: binId, ...what } = line === undefined ? someGoods(zone, one.where) : { ...line, bin: line.account.slice(4) };
    const count = Math.min(one.qty, line?.qty ?? one.qty);
    const serials = serialsOf(zone, { ...what, status: "hold", bin: binId }, count);
    const { sku: id, lot: ofLot, plate: onPlate } = what;
    const toBin = one.outcome === "scrap" && one.where.index % 4 > 0 ? null : one.toBin;
    const documentLine = one.document === null ? null : `look${one.document}`;
    return { type: "inspect", sku: id, lot: ofLot, plate: onPlate, binId, qty: count, serials, outcome: one.outcome, toBin, documentLine };
  });
const reserve = fc
  .record({ demandLine, sku, qty, takeLess: fc.boolean(), rank: fc.nat(9), expiresAt: fc.option(fc.integer({ min: 1, max: 9_000_000 })) })
  .map((one): Draft => () => ({ type: "reserve", ...one }));
const planPicks = fc
  .record({ demandLines: fc.array(demandLine, { minLength: 1, maxLength: 3 }), batch: fc.constantFrom(null, "batch1", "batch2") })
  .map(({ demandLines, batch }): Draft => () => ({ type: "plan-picks", demandLines, batch, toBin: "stage" }));
const arrange = fc.array(pickIndex, { minLength: 1, maxLength: 4 }).map((indexes): Draft => (zone) => ({
  type: "arrange-picks",
  walks: [indexes.map((index) => aTask(zone, index, ["pick"]))],
}));
const planMove = fc
  .record({ where, qty, toBin: bin, kind: fc.constantFrom("put-away" as const, "replenish" as const, "move" as const) })
  .map((one): Draft => (zone) => {
    const { bin: fromBin, sku: id, lot: ofLot, plate: onPlate } = someGoods(zone, one.where);
    return { type: "plan-move", kind: one.kind, sku: id, lot: ofLot, plate: onPlate, qty: one.qty, fromBin, toBin: one.toBin };
  });
const work = fc
  .record({
    index: pickIndex,
    qty,
    binId: bin,
    kind: fc.constantFrom("pick", "pick", "pick-found", "finish-move"),
    short: fc.constantFrom(null, null, "none-there", "damaged", "wrong-bin"),
  })
  .map(({ index, qty: asked, kind, binId, short }): Draft => (zone) => {
    const taskId = aTask(zone, index, kind === "finish-move" ? ["put-away", "replenish", "move"] : ["pick"]);
    const task = zone.state.tasks.get(taskId);
    const left = task === undefined ? asked : Math.max(1, task.qty - task.doneQty);
    // Mostly what is asked for, sometimes less, sometimes too much.
    const done = asked > 8 ? asked : Math.min(asked, left);
    const at = { sku: task?.sku ?? "", lot: task?.lot ?? "", plate: task?.plate ?? "", status: "available", bin: task?.fromBin ?? "" };
    const serials = serialsOf(zone, at, done);
    if (kind === "pick") return { type: "pick", taskId, qty: done, serials, short: short as null };
    return kind === "pick-found" ? { type: "pick-found", taskId, qty: done, binId } : { type: "finish-move", taskId, qty: done, serials };
  });
const onTask = fc
  .record({ index: pickIndex, type: fc.constantFrom("claim", "claim", "claim", "unclaim", "cancel-task", "approve") })
  .map(({ index, type }): Draft => (zone) => ({
    type: type as "claim",
    taskId: aTask(zone, index, type === "approve" ? ["approve"] : ["pick", "put-away", "replenish", "move", "count"]),
  }));
const count = fc
  .record({ binId: bin, off: fc.integer({ min: -3, max: 3 }), forget: fc.boolean() })
  .map(({ binId, off, forget }): Draft => (zone) => ({
    type: "count",
    binId,
    lines: zone
      .linesInBin(binId)
      .slice(forget ? 1 : 0)
      .map((line, index) => ({
        sku: line.sku,
        lot: line.lot,
        plate: line.plate,
        status: line.status,
        qty: Math.max(0, line.qty + (index === 0 ? off : 0)),
      })),
  }));
const plates = fc
  .record({ plate: fc.constantFrom("P1", "P2", "P3"), toBin: fc.option(bin), into: fc.constantFrom("P1", "P2", "P3") })
  .map(({ plate: id, toBin, into }): Draft => () => ({ type: "move-plate", plate: id, toBin, intoPlate: toBin === null ? into : null }));
const makePlate = fc.record({ plate: fc.constantFrom("P1", "P2", "P3", "P4"), binId: bin }).map((one): Draft => () => ({
  type: "make-plate",
  ...one,
}));
const ending = fc
  .record({ demandLine, type: fc.constantFrom("ship", "ship", "release") })
  .map(({ demandLine: line, type }): Draft => () => ({ type: type as "ship", demandLine: line }));
const others = fc.tuple(pickIndex, fc.nat(5)).map(([index, which]): Draft => (zone) => {
  const any = { taskId: aTask(zone, index, ["pick", "put-away", "replenish", "move", "count"]), priority: index % 1_000 };
  const drafts: CommandInput[] = [
    ...opening,
    { type: "sweep" },
    { type: "plan-count", binId: "b1" },
    { type: "remove-bin", binId: "b3" },
    { type: "prioritise", ...any },
  ];
  return drafts[which] ?? { type: "sweep" };
});

/** Any command, sensible or not; the frequent ones of a floor are the frequent ones here. */
export const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 6, arbitrary: receive },
  { weight: 5, arbitrary: move },
  { weight: 2, arbitrary: adjust },
  { weight: 2, arbitrary: setStatus },
  { weight: 3, arbitrary: inspect },
  { weight: 6, arbitrary: reserve },
  { weight: 3, arbitrary: planPicks },
  { weight: 1, arbitrary: arrange },
  { weight: 3, arbitrary: planMove },
  { weight: 9, arbitrary: work },
  { weight: 5, arbitrary: onTask },
  { weight: 2, arbitrary: count },
  { weight: 2, arbitrary: plates },
  { weight: 1, arbitrary: makePlate },
  { weight: 3, arbitrary: ending },
  { weight: 3, arbitrary: others },
);
