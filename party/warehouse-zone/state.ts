import type { BinView, Cursor, ItemView, Part, ServerMessage, TaskView } from "./protocol.ts";

/** What a page or a tablet knows of a zone. */
export type ZoneView = {
  cursor: Cursor | undefined;
  bins: ReadonlyMap<string, BinView>;
  tasks: ReadonlyMap<string, TaskView>;
  items: ReadonlyMap<string, ItemView>;
};

export const emptyZone: ZoneView = { cursor: undefined, bins: new Map(), tasks: new Map(), items: new Map() };

export type ZoneStatus = "live" | "reconnecting" | "offline";
/** `freshAtMs` is when the room was last heard of: the age of what is shown. */
export type LiveZone = ZoneView & { status: ZoneStatus; freshAtMs: number | undefined };

export const waitingZone: LiveZone = { ...emptyZone, status: "reconnecting", freshAtMs: undefined };

type Applied = { view: ZoneView; hasGap: boolean };

/** Applies a frame. A delta that begins after the own place is a gap: ask again from there. One that is known is nothing new. */
export function applyFrame(view: ZoneView, message: ServerMessage): Applied {
  switch (message.type) {
    case "snapshot":
      return { view: withPart({ ...emptyZone, cursor: message.cursor }, message.part), hasGap: false };
    case "delta": {
      const { cursor } = view;
      // Before the first snapshot there is nothing to add to, and it will bring this as well.
      if (cursor === undefined) return { view, hasGap: false };
      if (cursor.epoch !== message.epoch) return { view, hasGap: true };
      if (message.toSeq <= cursor.seq) return { view, hasGap: false };
      if (message.fromSeq > cursor.seq) return { view, hasGap: true };
      return { view: withPart({ ...view, cursor: { ...cursor, seq: message.toSeq } }, message.part), hasGap: false };
    }
    case "reply":
    case "error":
    case "ended":
      return { view, hasGap: false };
    default:
      return message satisfies never;
  }
}

function withPart(view: ZoneView, part: Part): ZoneView {
  return {
    ...view,
    bins: merged(view.bins, part.bins, part.goneBins, ({ id }) => id),
    tasks: merged(view.tasks, part.tasks, part.goneTasks, ({ id }) => id),
    items: merged(view.items, part.items, [], ({ sku }) => sku),
  };
}

function merged<Value>(
  known: ReadonlyMap<string, Value>,
  news: readonly Value[],
  gone: readonly string[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, Value> {
  if (news.length === 0 && gone.length === 0) return known;
  const next = new Map(known);
  for (const value of news) next.set(keyOf(value), value);
  for (const key of gone) next.delete(key);
  return next;
}

/** The same text for the same zone, whoever holds it and in whichever order it was learnt. */
export function fingerprint({ bins, tasks }: Pick<ZoneView, "bins" | "tasks">): string {
  const lineName = ({ sku, lot, plate, status }: BinView["lines"][number]) => `${sku} ${lot} ${plate} ${status}`;
  const inOrder = [...bins.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([
    inOrder.map((bin) => [
      bin.id,
      bin.version,
      bin.isBlocked,
      bin.lines.map((line) => [lineName(line), line.qty, line.reserved]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    ]),
    [...tasks.values()].map((task) => [task.id, task.version, task.state]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ]);
}
