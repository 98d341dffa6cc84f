import type { ChangedArea } from "#app/domain/changed-areas.ts";
import type { Cursor, Delta, LogItem, Person, ServerMessage } from "./protocol.ts";

/** What a page knows of its workspace right now. */
export type LiveState = {
  cursor: Cursor | undefined;
  people: Person[];
  /** Entries that arrived since the page was rendered, newest first. */
  entries: LogItem[];
  /** Grows when the page must read its data again. */
  staleCount: number;
  /** How often each area was told to have changed. */
  changes: Readonly<Partial<Record<ChangedArea, number>>>;
  endReason: "removed" | "revoked" | undefined;
};

const initialLiveState: LiveState = { cursor: undefined, people: [], entries: [], staleCount: 0, changes: {}, endReason: undefined };
const keptEntries = 100;

export type LiveStatus = "live" | "reconnecting" | "offline";
/** `freshAtMs` is when the room was last heard of: the age of what the page shows. */
export type LiveView = LiveState & { status: LiveStatus; freshAtMs: number | undefined };

export const initialLiveView: LiveView = { ...initialLiveState, status: "reconnecting", freshAtMs: undefined };

/** A page is rendered a moment before its socket opens: the first hello brings what may have happened in between. */
const recentOnFirstHello = 50;

/** How a room answers a cursor: the missed part of its log, or null when it cannot be had. */
export function missedSince(
  cursor: Cursor | undefined,
  epoch: string,
  log: { firstSeq: number; lastSeq: number },
): { fromSeq: number } | null {
  if (cursor === undefined) return { fromSeq: Math.max(log.firstSeq, log.lastSeq + 1 - recentOnFirstHello) };
  if (cursor.epoch !== epoch || cursor.seq > log.lastSeq || cursor.seq + 1 < log.firstSeq) return null;
  return { fromSeq: cursor.seq + 1 };
}

/** One person may have several pages open: the newest path counts, and they are gone with the last page. */
export function foldPeople(connections: Iterable<Person>): Person[] {
  const byUser = new Map<string, Person>();
  for (const person of connections) byUser.set(person.userId, person);
  return [...byUser.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

export type Applied = { state: LiveState; hasGap: boolean };

/** Applies a frame. A sequence number that is not the next one is a gap: ask the room again from the cursor. */
export function applyMessage(state: LiveState, message: ServerMessage): Applied {
  switch (message.type) {
    case "welcome":
      return applyWelcome(state, message);
    case "deltas":
      return message.deltas.reduce<Applied>((applied, delta) => applyDelta(applied, delta), { state, hasGap: false });
    case "ended":
      return { state: { ...state, endReason: message.reason }, hasGap: false };
    case "error":
      return { state, hasGap: false };
    default:
      return message satisfies never;
  }
}

type Welcome = Extract<ServerMessage, { type: "welcome" }>;

/** Frames sent before the welcome may hold part of what it brings: only what follows the own place is new. */
function applyWelcome(state: LiveState, { cursor, people, missed }: Welcome): Applied {
  // Signals to one person are not in the log: after an interruption the page reads its own data again.
  const staleCount = state.staleCount + (state.cursor === undefined ? 0 : 1);
  const greeted: LiveState = { ...state, people, staleCount };
  const knownSeq = state.cursor?.epoch === cursor.epoch ? state.cursor.seq : undefined;
  if (knownSeq !== undefined && cursor.seq <= knownSeq) return { state: greeted, hasGap: false };
  if (knownSeq === undefined || missed === null) {
    return { state: { ...greeted, cursor, entries: (missed ?? []).toReversed().slice(0, keptEntries) }, hasGap: false };
  }
  const items = missed.map((item) => ({ kind: "activity" as const, item }));
  const caughtUp = items.reduce<Applied>((applied, delta) => applyDelta(applied, delta), { state: greeted, hasGap: false });
  return { ...caughtUp, hasGap: caughtUp.state.cursor?.seq !== cursor.seq };
}

function applyDelta({ state, hasGap }: Applied, delta: Delta): Applied {
  switch (delta.kind) {
    case "activity": {
      const { cursor } = state;
      if (cursor === undefined || delta.item.seq <= cursor.seq) return { state, hasGap };
      if (delta.item.seq !== cursor.seq + 1) return { state, hasGap: true };
      const entries = [delta.item, ...state.entries].slice(0, keptEntries);
      return { state: { ...state, cursor: { ...cursor, seq: delta.item.seq }, entries }, hasGap };
    }
    case "here": {
      const others = state.people.filter((person) => person.userId !== delta.person.userId);
      return { state: { ...state, people: foldPeople([...others, delta.person]) }, hasGap };
    }
    case "gone":
      return { state: { ...state, people: state.people.filter((person) => person.userId !== delta.userId) }, hasGap };
    case "changed": {
      const changes = { ...state.changes, [delta.area]: (state.changes[delta.area] ?? 0) + 1 };
      return { state: { ...state, changes }, hasGap };
    }
    case "yours":
      return { state: { ...state, staleCount: state.staleCount + 1 }, hasGap };
    default:
      return delta satisfies never;
  }
}
