import { claimModel, promiseModel } from "#app/domain/warehouse/ledger/testing/floor-models.ts";
import { judgeHistory, type Operation, type Verdict } from "#app/domain/warehouse/ledger/testing/linearizable.ts";
import { fingerprint } from "#party/warehouse-zone/state.ts";
import { type Journal, type Problem, promiseUnits } from "./journal.ts";
import type { Mirror, Numbers } from "./outside.ts";
import type { SimulatedRoom } from "./room.ts";
import type { Tablet } from "./tablet.ts";
import type { World } from "./world.ts";

export type Floor = {
  world: World;
  rooms: readonly SimulatedRoom[];
  tablets: readonly Tablet[];
  mirror: Mirror;
  numbers: Numbers;
  journal: Journal;
};
export type Judged = { histories: number; operations: number; undecided: number };

type Row = Record<string, string | number>;

function rowsOf({ disk }: SimulatedRoom, query: string): Row[] {
  return disk.storage.sql.exec(query).toArray() as Row[];
}

/** What holds at any moment, whatever is still on its way. */
export function checkMeanwhile({ rooms }: Floor): Problem[] {
  const drifts = rooms.flatMap((room) =>
    room.books
      .check()
      .map((drift): Problem => ({ property: "P1-P3, P10 books", what: `${room.zoneId}: ${JSON.stringify(drift)}`, about: [room.zoneId] })),
  );
  return [
    ...drifts,
    ...betweenZones(rooms)
      .filter(({ qty }) => qty < 0)
      .map(({ what, qty }): Problem => ({ property: "P11 transfers", what: `${what}: ${qty} more arrived than left`, about: [] })),
  ];
}

/** Units on the way between two zones: what one has sent less what the other has taken in. */
function betweenZones(rooms: readonly SimulatedRoom[]): { what: string; qty: number }[] {
  const between = new Map<string, number>();
  for (const room of rooms) {
    for (const { account, sku, lot, qty } of rowsOf(room, "select account, sku, lot, qty from lines where account like 'transit:%'")) {
      const other = String(account).slice("transit:".length);
      const key = `${[room.zoneId, other].toSorted().join(" and ")} ${sku} ${lot}`;
      between.set(key, (between.get(key) ?? 0) + Number(qty));
    }
  }
  return [...between].map(([what, qty]) => ({ what, qty }));
}

/** What holds once nothing is on its way any more. */
export function checkAtRest(floor: Floor): { problems: Problem[]; judged: Judged } {
  const { problems, judged } = judgeRaces(floor.journal);
  return {
    judged,
    problems: [
      ...floor.journal.problems,
      ...problems,
      ...checkMeanwhile(floor),
      ...floor.rooms.flatMap((room) => [...checkLog(room, floor.journal), ...checkOutbox(room, floor), ...checkFollowers(room, floor)]),
      ...checkNumbers(floor),
      ...betweenZones(floor.rooms)
        .filter(({ qty }) => qty !== 0)
        .map(({ what, qty }): Problem => ({ property: "P11 transfers", what: `${what}: ${qty} never arrived`, about: [] })),
    ],
  };
}

/** Everything that was answered is in the books, once, and nothing else is. */
function checkLog(room: SimulatedRoom, journal: Journal): Problem[] {
  const { zoneId } = room;
  const problems: Problem[] = [];
  const wrong = (property: string, what: string, about: string[]) => problems.push({ property, what: `${zoneId}: ${what}`, about });
  const events = new Map<string, number>();
  rowsOf(room, "select seq, command_id as id from events order by seq").forEach(({ seq, id }, index) => {
    if (Number(seq) !== index + 1) wrong("P7 order", `event ${seq} comes after ${index}`, []);
    if (events.has(String(id))) wrong("P4 exactly once", `${id} has two events`, [String(id)]);
    events.set(String(id), Number(seq));
  });
  for (const { id, seq } of rowsOf(room, "select distinct command_id as id, seq from movements")) {
    if (events.get(String(id)) !== Number(seq))
      wrong("P4 exactly once", `${id} moved goods at ${seq}, which is not its event`, [String(id)]);
  }
  const replies = new Map(rowsOf(room, "select id, reply from replies").map(({ id, reply }) => [String(id), String(reply)]));
  for (const { zoneId: at, envelope, reply } of journal.heard.values()) {
    if (at !== zoneId) continue;
    const event = events.get(envelope.id);
    if (event !== (reply.kind === "applied" ? reply.seq : undefined))
      wrong("P5 durable", `${envelope.id} heard ${reply.kind} at ${reply.seq}, the log has ${event}`, [envelope.id]);
    if (replies.get(envelope.id) !== JSON.stringify(reply))
      wrong("P4 exactly once", `${envelope.id} would hear something else now`, [envelope.id]);
  }
  for (const [key, qty] of journal.received) {
    const [at, sku = ""] = key.split("/");
    if (at !== zoneId) continue;
    const [row] = rowsOf(room, `select coalesce(sum(qty), 0) as qty from lines where account = 'supplier' and sku = '${sku}'`);
    if (Number(row?.["qty"]) !== -qty) wrong("P1 conservation", `${qty} of ${sku} were received, the books have ${row?.["qty"]}`, []);
  }
  return problems;
}

/** Each serial number lies in one zone at most, and the register knows in which. */
function checkNumbers({ rooms, numbers }: Floor): Problem[] {
  const problems: Problem[] = [];
  const wrong = (what: string, about: string[]) => problems.push({ property: "P10 serials", what, about });
  const seen = new Map<string, string>();
  for (const room of rooms) {
    const { zoneId, books } = room;
    for (const { sku, serial, account } of rowsOf(room, "select sku, serial, account from serials")) {
      const binId = String(account).startsWith("bin:") ? String(account).slice(4) : null;
      const known = numbers.get(`${zoneId}/${sku}/${serial}`);
      if (known?.binId !== binId) wrong(`${zoneId}: ${serial} is in ${binId}, the register has ${known?.binId}`, [zoneId]);
      const other = seen.get(`${sku}/${serial}`);
      if (binId !== null && other !== undefined) wrong(`${serial} is in ${other} and in ${zoneId}`, [zoneId, other]);
      if (binId !== null) seen.set(`${sku}/${serial}`, zoneId);
    }
    if (books.untoldSerials().length > 0) wrong(`${zoneId}: ${books.untoldSerials().length} numbers are not told`, [zoneId]);
  }
  return problems;
}

/** Others know what the room knows, and nothing is left to tell or to give back. */
function checkOutbox(room: SimulatedRoom, { world, mirror }: Floor): Problem[] {
  const { zoneId, books } = room;
  const problems: Problem[] = [];
  const wrong = (property: string, what: string) => problems.push({ property, what: `${zoneId}: ${what}`, about: [zoneId] });
  for (const one of books.totals(null)) {
    const { seq: _seq, ...told } = mirror.get(`${zoneId}/${one.sku}`) ?? { seq: 0 };
    if (JSON.stringify(told) !== JSON.stringify(one)) wrong("projection", `told ${JSON.stringify(told)}, has ${JSON.stringify(one)}`);
  }
  if (books.untold().length > 0) wrong("projection", `${books.untold().length} goods are not told`);
  if (books.waiting(0).length > 0) wrong("P11 transfers", `${books.waiting(0).length} messages never left`);
  const open = rowsOf(room, "select id, body from transfers").filter(({ body }) => !String(body).includes('"state":"arrived"'));
  if (open.length > 0) wrong("P11 transfers", `${open.map(({ id }) => id).join(", ")} did not arrive`);
  if (books.isSweepDue(world.nowMs())) wrong("P13 tasks", "claims or promises outlived their time");
  return problems;
}

/** Every tablet shows what the room has, and every question was answered. */
function checkFollowers(room: SimulatedRoom, { tablets }: Floor): Problem[] {
  const { part } = room.snapshot();
  const truth = fingerprint({
    bins: new Map(part.bins.map((bin) => [bin.id, bin])),
    tasks: new Map(part.tasks.map((task) => [task.id, task])),
  });
  return tablets
    .filter(({ room: own }) => own === room)
    .flatMap(({ person, view, unanswered }): Problem[] => {
      const about = unanswered.map(({ envelope }) => envelope.id);
      const isOther = fingerprint(view) !== truth;
      return [
        ...(isOther
          ? [{ property: "P8 convergence", what: `${person.name} in ${room.zoneId} sees another zone at ${view.cursor?.seq}`, about: [] }]
          : []),
        ...(about.length > 0 ? [{ property: "P12 queue", what: `${person.name} in ${room.zoneId} was never answered`, about }] : []),
      ];
    });
}

function judgeRaces({ promises, claims }: Journal): { problems: Problem[]; judged: Judged } {
  const problems: Problem[] = [];
  const judged: Judged = { histories: 0, operations: 0, undecided: 0 };
  const note = (key: string, verdict: Verdict, history: readonly Operation<unknown, unknown>[]) => {
    judged.histories += 1;
    judged.operations += history.length;
    if (verdict === "too many orders to tell") judged.undecided += 1;
    if (verdict !== "not linearizable") return;
    const name = key.slice(key.indexOf("/") + 1);
    problems.push({
      property: "P6 linearizable",
      what: `${key}: no order of these explains every answer\n${history.map((one) => `    ${JSON.stringify(one)}`).join("\n")}`,
      about: [name],
    });
  };
  for (const [key, history] of promises) note(key, judgeHistory(history, promiseModel(promiseUnits)), history);
  for (const [key, { units, operations }] of claims) note(key, judgeHistory(operations, claimModel(units, leaseMs)), operations);
  return { problems, judged };
}

export const leaseMs = 20_000;
