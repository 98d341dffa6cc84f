import type { Bin, Item, Line, LineKey } from "#app/domain/warehouse/ledger/facts.ts";
import type { ZoneStore } from "#app/domain/warehouse/ledger/store.ts";

/** Rows as they were read or written last. One that is not there is remembered as well. */
type Memory = {
  bins: Map<string, Bin | undefined>;
  items: Map<string, Item | undefined>;
  lines: Map<string, Line | undefined>;
  lastSeq: number | undefined;
};

const nameOf = ({ account, sku, lot, plate, status }: LineKey) => `${account}\n${sku}\n${lot}\n${plate}\n${status}`;

/**
 * The same books, asked once for what is looked at again and again while things are written together: to decide, to write
 * and to see whether it adds up. What is written together within that is part of it. Nothing is remembered for longer.
 */
export function rememberWhileTogether(books: ZoneStore): ZoneStore {
  let memory: Memory | undefined;
  return {
    ...books,
    bin: (id) => remembered(memory?.bins, id, () => books.bin(id)),
    item: (sku) => remembered(memory?.items, sku, () => books.item(sku)),
    line: (key) => remembered(memory?.lines, nameOf(key), () => books.line(key)),
    lastSeq: () => memory?.lastSeq ?? books.lastSeq(),
    putBin(bin) {
      books.putBin(bin);
      memory?.bins.set(bin.id, bin);
    },
    removeBin(id) {
      books.removeBin(id);
      memory?.bins.set(id, undefined);
    },
    putItem(item) {
      books.putItem(item);
      memory?.items.set(item.sku, item);
    },
    putLine(line) {
      books.putLine(line);
      // A line without stock and reservation is no line.
      memory?.lines.set(nameOf(line), line.qty === 0 && line.reserved === 0 ? undefined : line);
    },
    addEvent(event) {
      books.addEvent(event);
      if (memory !== undefined) memory.lastSeq = event.seq;
    },
    together(run) {
      if (memory !== undefined) return run();
      memory = { bins: new Map(), items: new Map(), lines: new Map(), lastSeq: undefined };
      try {
        return books.together(run);
      } finally {
        memory = undefined;
      }
    },
  };
}

function remembered<Value>(
  known: Map<string, Value | undefined> | undefined,
  name: string,
  read: () => Value | undefined,
): Value | undefined {
  if (known === undefined) return read();
  if (!known.has(name)) known.set(name, read());
  return known.get(name);
}
