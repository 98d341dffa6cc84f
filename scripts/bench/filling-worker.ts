import { type CommandInput, type Envelope, envelopeSchema } from "#app/domain/warehouse/ledger/commands.ts";
import { type CommandContext, execute } from "#app/domain/warehouse/ledger/execute.ts";
import type { ZoneStore } from "#app/domain/warehouse/ledger/store.ts";
import { markTold, openZoneStore } from "#party/warehouse-zone/storage.server.ts";
import { openZoneBooks } from "#party/warehouse-zone/books.server.ts";
import { gatherWrites } from "./gathered-writes.ts";

type Size = { bins: number; skus: number };

const namesInCommand = 500;
const actor = { id: "bench", name: "Bench", right: "system" as const };
const context: Omit<CommandContext, "nowMs"> = {
  actor,
  device: null,
  elsewhere: new Set(),
  nextId: (prefix) => `${prefix}_${crypto.randomUUID()}`,
  settings: { zoneId: "bench", leaseMs: 60_000, correctionLimit: 5 },
};
const envelopeOf = (id: string, command: CommandInput) => envelopeSchema.parse({ id, command });

/** Bins and goods, by the commands that name them. */
export function layOut(storage: DurableObjectStorage, { bins, skus }: Size): void {
  const commands: CommandInput[] = [
    ...inParts(bins, (index) => ({ id: `b${index}`, code: `B${index}`, kind: "pick" as const, ...placeOf(index) })).map((some) => ({
      type: "put-bins" as const,
      bins: some,
    })),
    ...inParts(skus, (index) => ({ sku: `s${index}`, code: `S${index}`, title: "Kettle", gtin: null })).map((items) => ({
      type: "put-items" as const,
      items,
    })),
  ];
  doTogether(
    storage,
    commands.map((command, index) => envelopeOf(`layout${index}`, command)),
  );
}

const placeOf = (index: number) => ({
  aisle: String(index % 50),
  xMm: index % 50,
  yMm: index,
  rank: index,
  capacityUnits: null,
  isBlocked: false,
});

/** One unit is received into each bin of a stretch, and that so many times: a command, a movement, an event and a reply each. */
export function fill(storage: DurableObjectStorage, what: { round: number; from: number; to: number; times: number; skus: number }): void {
  const { round, from, to, times, skus } = what;
  const receive = envelopeOf("template", { type: "receive", sku: "s", binId: "b", qty: 1 });
  const envelopes: Envelope[] = [];
  for (let time = 0; time < times; time += 1) {
    for (let bin = from; bin < to; bin += 1) {
      const command = { ...receive.command, sku: `s${bin % skus}`, binId: `b${bin}` };
      envelopes.push({ ...receive, id: `fill${round}-${time}-${bin}`, command });
    }
  }
  doTogether(storage, envelopes);
}

/** Decided and booked one after the other by the zone's own ledger, and written in one piece. */
function doTogether(storage: DurableObjectStorage, envelopes: readonly Envelope[]): void {
  // Their ids are new, and one that is not would be refused by the books: nobody has to look for it.
  const zone: ZoneStore = { ...openZoneStore(gatherWrites(storage) as DurableObjectStorage), reply: () => undefined };
  zone.together(() => {
    for (const envelope of envelopes) {
      const { reply } = execute(zone, envelope, { ...context, nowMs: Date.now() });
      if (reply.kind !== "applied") throw new Error(`the zone refused ${JSON.stringify(envelope)}: ${JSON.stringify(reply)}`);
    }
  });
  // As if the rest of the product had heard of it long ago.
  for (const books = openZoneBooks(storage.sql); ;) {
    const untold = books.untold();
    if (untold.length === 0) return;
    markTold(storage.sql, untold);
  }
}

function inParts<One>(count: number, one: (index: number) => One): One[][] {
  return Array.from({ length: Math.ceil(count / namesInCommand) }, (_part, part) =>
    Array.from({ length: Math.min(namesInCommand, count - part * namesInCommand) }, (_one, index) => one(part * namesInCommand + index)),
  );
}
