import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import type { FloorActor } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import type { Line } from "#app/domain/warehouse/ledger/facts.ts";
import type { TaskView } from "#party/warehouse-zone/protocol.ts";
import type { ZoneView } from "#party/warehouse-zone/state.ts";
import { openBins, pickBins, raceBins, raceMs, skus } from "./floor-plan.ts";
import { carriedSku, promisedSku } from "./journal.ts";
import type { Draft } from "./tablet.ts";
import type { World } from "./world.ts";

type At = { world: World; zoneId: string; person: FloorActor; view: ZoneView };
type Goods = Pick<Line, "sku" | "lot" | "plate" | "status" | "qty"> & { binId: string; serials: string[] };
type Serials = Map<string, string[]>;
type Drafting = At & { startMs: number; zones: readonly string[]; serials: Serials };
type Way = (drafting: Drafting) => Draft;

/** What somebody asks next, judging by what the tablet shows; now and then something that is not theirs to ask. */
export function createDrafts(startMs: number, zones: readonly string[]): (at: At) => Draft {
  const serials: Serials = new Map();
  return (at) => {
    const { world, person } = at;
    const drafting = { ...at, startMs, zones, serials };
    const isBoss = world.chance(0.04) ? person.right === "work" : person.right === "manage";
    if (world.chance(0.25)) return { command: raced(drafting, isBoss) };
    return world.pick(isBoss ? ofManagers : ofWorkers)?.(drafting) ?? { command: { type: "sweep" } };
  };
}

function raced({ world, person, view, startMs }: Drafting, isBoss: boolean): CommandInput {
  const sku = promisedSku(Math.floor((world.nowMs() - startMs) / raceMs));
  const demandLine = `${sku}-${world.below(6)}`;
  if (isBoss && world.chance(0.6)) {
    if (world.chance(0.3)) return { type: "release", demandLine };
    return { type: "reserve", demandLine, sku, qty: 1 + world.below(5), rank: world.below(9) };
  }
  const tasks = [...view.tasks.values()].filter((task) => task.sku === carriedSku);
  const task = tasks.length < 3 && isBoss ? undefined : world.pick(tasks);
  const [fromBin, toBin] = raceBins;
  if (task === undefined) return { type: "plan-move", kind: "move", sku: carriedSku, qty: 3, fromBin, toBin };
  const { id: taskId } = task;
  if (person.right === "manage" && world.chance(0.1)) return { type: "cancel-task", taskId };
  const kind = world.below(6);
  if (kind < 3) return { type: "claim", taskId };
  return kind < 4 ? { type: "unclaim", taskId } : { type: "finish-move", taskId, qty: 1 + world.below(2) };
}

/** A few orders at a time, each of one SKU. */
function someOrder({ world }: At): { demandLine: string; sku: string } {
  const index = world.below(6);
  return { demandLine: `order${Math.floor(world.nowMs() / 15_000) % 1_000}-${index}`, sku: skus[index % skus.length] ?? "plain" };
}

const reserve: Way = (at) => {
  const { world } = at;
  const expiresAt = world.chance(0.1) ? world.nowMs() + 5_000 : null;
  const how = { qty: 1 + world.below(8), rank: world.below(9), takeLess: world.chance(0.5), expiresAt };
  return { command: { type: "reserve", ...someOrder(at), ...how } };
};

const planPicks: Way = (at) => {
  const demandLines = [someOrder(at), someOrder(at)].map(({ demandLine }) => demandLine);
  return { command: { type: "plan-picks", demandLines, toBin: "stage" } };
};

const planCount: Way = ({ world }) => ({ command: { type: "plan-count", binId: world.pick(pickBins) ?? "b1" } });

const endTask: Way = (at) => {
  const task = someTask(at);
  if (task === undefined) return planCount(at);
  return { command: { type: task.kind === "approve" ? "approve" : "cancel-task", taskId: task.id } };
};

const send: Way = (at) => {
  const { world, zoneId, zones } = at;
  const { binId: fromBin, ...what } = someGoods(at);
  const toZone = world.pick(zones.filter((id) => id !== zoneId)) ?? zoneId;
  const way = { transferId: world.nextId("tr"), toZone, toBin: world.pick(pickBins) ?? "b1", fromBin };
  return { command: { type: "send", ...way, ...what } };
};

const blockBin: Way = ({ world, view }) => {
  const known = view.bins.get(world.pick(pickBins) ?? "b1");
  if (known === undefined) return { command: { type: "sweep" } };
  const { version, lines: _lines, ...bin } = known;
  return { command: { type: "put-bins", bins: [{ ...bin, isBlocked: world.chance(0.2) }] }, expected: { [`bin:${bin.id}`]: version } };
};

const receive: Way = ({ world, zoneId, serials }) => {
  const sku = world.pick(skus) ?? "plain";
  const qty = 1 + world.below(sku === "tracked" ? 3 : 12);
  const binId = world.pick(openBins) ?? "b1";
  const lot = sku === "lotted" ? (world.pick(["L1", "L2"]) ?? "L1") : "";
  const plate = world.chance(0.3) ? (world.pick(["P1", "P2", "P3"]) ?? "") : "";
  const documentLine = world.chance(0.3) ? `doc${zoneId}${world.below(400)}` : null;
  const from = world.chance(0.3) ? ("return" as const) : ("supplier" as const);
  const goods = { sku, lot, plate, binId, qty, documentLine, from };
  if (sku !== "tracked") return { command: { type: "receive", ...goods } };
  // Now and then a number that is somewhere in the zone already. In two zones it would wait between them for a person.
  const names = Array.from({ length: qty }, () => (world.chance(0.1) ? `S-${zoneId}-${world.below(50)}` : world.nextId("S")));
  const key = `${zoneId} ${binId} ${plate}`;
  serials.set(key, [...(serials.get(key) ?? []).slice(-20), ...names]);
  return { command: { type: "receive", ...goods, serials: names } };
};

const move: Way = (at) => {
  const { world, view } = at;
  const { binId: fromBin, ...what } = someGoods(at);
  const seen = { [`bin:${fromBin}`]: view.bins.get(fromBin)?.version ?? 0 };
  return { command: { type: "move", ...what, fromBin, toBin: world.pick(openBins) ?? "b1" }, expected: world.chance(0.5) ? seen : {} };
};

const adjust: Way = (at) => {
  const { qty: _qty, serials: _serials, ...what } = someGoods(at);
  const isMore = at.world.chance(0.5);
  return { command: { type: "adjust", ...what, delta: isMore ? 1 : -1, reason: isMore ? "found" : "lost" } };
};

const setStatus: Way = (at) => {
  const goods = someGoods(at);
  return { command: { type: "set-status", ...goods, toStatus: goods.status === "hold" ? "available" : "hold" } };
};

/** What came back is looked at, mostly where there is some. */
const inspect: Way = (at) => {
  const { status: _status, ...goods } = someGoods(at);
  const outcome = at.world.pick(["restock", "quarantine", "damaged", "scrap"] as const) ?? "restock";
  const toBin = outcome === "scrap" || at.world.chance(0.4) ? null : (at.world.pick(openBins) ?? "b1");
  return { command: { type: "inspect", ...goods, outcome, toBin } };
};

const movePlate: Way = ({ world }) => {
  const plate = world.pick(["P1", "P2", "P3"]) ?? "P1";
  if (world.chance(0.4)) return { command: { type: "move-plate", plate, intoPlate: "P2" } };
  return { command: { type: "move-plate", plate, toBin: world.pick(openBins) ?? "b1" } };
};

const count: Way = ({ world, view }) => {
  const binId = world.pick(openBins) ?? "b1";
  const bin = view.bins.get(binId);
  const seen = (bin?.lines ?? []).map(({ sku, lot, plate, status, qty }) => ({ sku, lot, plate, status, qty }));
  const lines = seen.map((line) => (line.sku === "tracked" ? line : { ...line, qty: Math.max(0, line.qty - world.below(2)) }));
  return { command: { type: "count", binId, lines }, expected: { [`bin:${binId}`]: bin?.version ?? 0 } };
};

/** The next step of some task that is shown; claims, and work without a claim. */
const work: Way = (at) => {
  const { world } = at;
  const task = someTask(at);
  if (task === undefined) return receive(at);
  const { id: taskId } = task;
  if (world.chance(0.2)) return { command: { type: "claim", taskId } };
  if (world.chance(0.1)) return { command: { type: "unclaim", taskId } };
  if (task.kind === "count") return count(at);
  const left = Math.max(1, task.qty - task.doneQty);
  if (world.chance(0.1)) {
    return { command: { type: "pick", taskId, qty: world.below(left), short: world.pick(["none-there", "damaged"] as const) ?? null } };
  }
  if (world.chance(0.1)) return { command: { type: "pick-found", taskId, qty: 1, binId: world.pick(pickBins) ?? "b1" } };
  return { command: { type: "pick", taskId, qty: world.chance(0.7) ? left : 1 } };
};

const release: Way = (at) => ({ command: { type: "release", demandLine: someOrder(at).demandLine } });
const ship: Way = (at) => ({ command: { type: "ship", demandLine: someOrder(at).demandLine } });

const ofManagers = [reserve, reserve, reserve, planPicks, planPicks, planPicks, planCount, endTask, send, send, blockBin, work, release];
const ofWorkers = [receive, receive, move, adjust, setStatus, inspect, movePlate, count, work, work, work, work, work, ship];

function someTask({ world, view }: At): TaskView | undefined {
  return world.pick([...view.tasks.values()].filter(({ sku }) => sku !== carriedSku));
}

function someGoods({ world, view, zoneId, serials }: Drafting): Goods {
  const binId = world.pick(openBins) ?? "b1";
  const line = world.pick(view.bins.get(binId)?.lines ?? []);
  if (line === undefined) return { sku: "plain", lot: "", plate: "", status: "available", qty: 1, binId, serials: [] };
  const { sku, lot, plate, status } = line;
  const goods = { sku, lot, plate, status, binId };
  if (sku !== "tracked") return { ...goods, qty: 1 + world.below(Math.max(1, line.qty - line.reserved)), serials: [] };
  return { ...goods, qty: 1, serials: (serials.get(`${zoneId} ${binId} ${plate}`) ?? []).slice(-1) };
}
