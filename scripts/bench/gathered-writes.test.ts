import { expect, test } from "vitest";
import { type CommandInput, envelopeSchema } from "#app/domain/warehouse/ledger/commands.ts";
import { execute } from "#app/domain/warehouse/ledger/execute.ts";
import { openZoneBooks } from "#party/warehouse-zone/books.server.ts";
import { openZoneStore } from "#party/warehouse-zone/storage.server.ts";
import { makeTables } from "#party/warehouse-zone/storage-tables.server.ts";
import { createDisk } from "#scripts/floor-sim/sql-in-node.ts";
import { fill, layOut } from "./filling-worker.ts";
import { gatherWrites } from "./gathered-writes.ts";

const place = { kind: "pick" as const, aisle: "1", xMm: 0, yMm: 0, rank: 1, capacityUnits: 50, isBlocked: false };
const bins = ["b1", "b2", "b3"].map((id) => ({ ...place, id, code: id.toUpperCase() }));
const items = ["s1", "s2"].map((sku) => ({ sku, code: sku, title: "Kettle", gtin: null, tracksSerials: sku === "s2" }));
const into = (binId: string, qty: number): CommandInput => ({ type: "receive", sku: "s1", binId, qty });

/** Goods that come in again and again, are promised, carried, corrected to nothing and numbered; one command is refused. */
const commands: CommandInput[] = [
  { type: "put-bins", bins },
  { type: "put-items", items },
  ...["b1", "b2", "b1", "b3", "b1"].map((binId) => into(binId, 4)),
  into("b2", 1_000),
  { type: "receive", sku: "s2", binId: "b2", qty: 2, serials: ["n1", "n2"] },
  { type: "reserve", demandLine: "order1", sku: "s1", qty: 3, rank: 1 },
  { type: "move", sku: "s1", fromBin: "b1", toBin: "b2", qty: 5 },
  { type: "adjust", sku: "s1", binId: "b3", delta: -4, reason: "lost" },
  { type: "release", demandLine: "order1" },
  { type: "put-bins", bins: [{ ...place, id: "b4", code: "B4" }] },
  { type: "remove-bin", binId: "b3" },
];

function countedDisk() {
  const { storage, close } = createDisk();
  let statements = 0;
  const exec = (query: string, ...values: SqlStorageValue[]) => {
    statements += 1;
    return storage.sql.exec(query, ...values);
  };
  // A zone asks its storage for these two, in Node as well as in an object.
  const counted = { sql: { exec }, transactionSync: storage.transactionSync.bind(storage) } as unknown as DurableObjectStorage;
  return { storage: counted, statements: () => statements, close };
}

/** The commands at once in a zone of their own: every row of it. */
function rowsAfter(through: (storage: DurableObjectStorage) => Pick<DurableObjectStorage, "sql" | "transactionSync">) {
  const { storage, close } = countedDisk();
  const { sql } = storage;
  makeTables(sql, () => "epoch");
  const zone = openZoneStore(through(storage) as DurableObjectStorage);
  const actor = { id: "person", name: "Person", right: "manage" as const };
  const settings = { zoneId: "zone", leaseMs: 1, correctionLimit: 5 };
  let made = 0;
  const nextId = (prefix: string) => `${prefix}_${(made += 1)}`;
  const context = { actor, device: null, elsewhere: new Set<string>(), nowMs: 1, settings, nextId };
  zone.together(() => commands.forEach((command, index) => execute(zone, envelopeSchema.parse({ id: `c${index}`, command }), context)));
  const tables = sql.exec<{ name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").toArray();
  const rows = Object.fromEntries(tables.map(({ name }) => [name, sql.exec(`select * from ${name}`).toArray()]));
  close();
  return rows;
}

test("what is kept back and written in one go is row for row what is written at once", () => {
  const [atOnce, gathered] = [rowsAfter((storage) => storage), rowsAfter(gatherWrites)];
  expect(gathered).toEqual(atOnce);
  expect(atOnce["movements"]).toHaveLength(8);
  expect(atOnce["replies"]).toHaveLength(commands.length);
});

test("a zone is filled in few statements: a movement, an event and a reply for each command, and its books add up", () => {
  const { storage, statements, close } = countedDisk();
  makeTables(storage.sql, () => "epoch");
  layOut(storage, { bins: 40, skus: 4 });
  const before = statements();
  for (const from of [0, 20]) fill(storage, { round: 0, from, to: from + 20, times: 10, skus: 4 });
  expect(statements() - before).toBeLessThan(400 * 3);
  const rows = (table: string) => storage.sql.exec<{ rows: number }>(`select count(*) as rows from ${table}`).one().rows;
  expect(rows("movements")).toBe(400);
  expect([rows("events"), rows("replies")]).toEqual([402, 402]);
  const books = openZoneBooks(storage.sql);
  expect([books.check(), books.untold()]).toEqual([[], []]);
  expect(books.totals(["s1"])).toMatchObject([{ sku: "s1", onHand: 100 }]);
  close();
});
