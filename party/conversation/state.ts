import { foldParts } from "#app/domain/conversations/fold-parts.ts";
import type { Cursor, RoomEvent, RoomTurn, ServerMessage } from "./protocol.ts";

/** What a page knows of a room: its newest turns, oldest first, and up to where it has heard. */
export type RoomView = { cursor: Cursor | undefined; turns: RoomTurn[] };

export const emptyRoom: RoomView = { cursor: undefined, turns: [] };

/** A question under way, or one that waits for it. */
export const isOpen = ({ state }: Pick<RoomTurn, "state">): boolean => state === "waiting" || state === "running";

export function applyEvent(turns: readonly RoomTurn[], event: RoomEvent): RoomTurn[] {
  switch (event.kind) {
    case "asked":
      return turns.some(({ id }) => id === event.turn.id) ? [...turns] : [...turns, event.turn];
    case "began":
      return change(turns, event.turnId, (turn) => ({ ...turn, state: "running" }));
    case "part":
      return change(turns, event.turnId, (turn) => ({ ...turn, parts: foldParts([...turn.parts, event.part]) }));
    case "ended":
      return change(turns, event.turnId, (turn) => ({ ...turn, state: event.state }));
    default:
      return event satisfies never;
  }
}

function change(turns: readonly RoomTurn[], id: string, how: (turn: RoomTurn) => RoomTurn): RoomTurn[] {
  return turns.map((turn) => (turn.id === id ? how(turn) : turn));
}

/** `hasGap`: something was missed, and the room has to be asked for it. What was heard before changes nothing. */
export function applyMessage(view: RoomView, message: ServerMessage): { view: RoomView; hasGap: boolean } {
  if (message.type === "snapshot") return { view: { cursor: message.cursor, turns: message.turns }, hasGap: false };
  if (message.type !== "events") return { view, hasGap: false };
  const { cursor } = view;
  if (cursor === undefined || cursor.epoch !== message.epoch || message.fromSeq > cursor.seq) return { view, hasGap: true };
  const fresh = message.events.slice(cursor.seq - message.fromSeq);
  const turns = fresh.reduce<RoomTurn[]>((known, event) => applyEvent(known, event), view.turns);
  return { view: { cursor: { epoch: cursor.epoch, seq: cursor.seq + fresh.length }, turns }, hasGap: false };
}
