import type { Action } from "#app/domain/accounts/permissions.ts";
import { needsOfParts, partFor, partsFor } from "#app/domain/conversations/withheld.ts";
import { type Identity, identityAllows } from "#party/shared/identity.ts";
import type { RoomEvent, RoomTurn } from "./protocol.ts";
import type { RoomLog } from "./storage.server.ts";

/** So many turns are remembered by what they rest on; others are read again. */
const mostKnown = 100;

export type Veil = {
  /** As this one may see it. Each event stays one, so that numbers of events hold for everybody. */
  event(reader: Identity | null, event: RoomEvent): RoomEvent;
  turn(reader: Identity | null, turn: RoomTurn): RoomTurn;
};

/** Keeps from those who look on what an answer rests on that they may not read. */
export function createVeil(log: () => RoomLog): Veil {
  const known = new Map<string, readonly Action[]>();
  function needsOf(turnId: string, event: Extract<RoomEvent, { kind: "part" }>): readonly Action[] {
    const before = known.get(turnId) ?? needsOfParts(log().turn(turnId)?.parts ?? []);
    const own = needsOfParts([event.part]).filter((need) => !before.includes(need));
    const needs = own.length === 0 ? before : [...before, ...own];
    if (known.size >= mostKnown) known.clear();
    known.set(turnId, needs);
    return needs;
  }
  const allowsOf = (reader: Identity | null) => (action: Action) => reader !== null && identityAllows(reader, action);
  return {
    event(reader, event) {
      if (event.kind !== "part") return event;
      const part = partFor(allowsOf(reader), event.part, needsOf(event.turnId, event));
      return part === event.part ? event : { ...event, part };
    },
    turn: (reader, turn) => ({ ...turn, parts: partsFor(allowsOf(reader), turn.parts) }),
  };
}
