import type { KeptTurn } from "#app/domain/conversations/conversation-row.ts";
import type { Ask, RoomTurn } from "#party/conversation/protocol.ts";

export type ThreadTurn = Pick<RoomTurn, "id" | "parentId" | "question" | "attachments" | "askedBy" | "askedAt" | "parts" | "state"> & {
  /** Asked here a moment ago, and not yet heard by the room. */
  isSending: boolean;
};

type Sources = { kept: readonly KeptTurn[]; live: readonly RoomTurn[]; pending: readonly Ask[]; self: { id: string; label: string } };

/** All that is known of a conversation, oldest first: what was kept, what its room tells, and what was asked just now. */
export function joinTurns({ kept, live, pending, self }: Sources): ThreadTurn[] {
  const turns = new Map<string, ThreadTurn>();
  for (const turn of [...kept, ...live]) {
    const { id, parentId, question, attachments, askedBy, askedAt, parts, state } = turn;
    turns.set(id, { id, parentId, question, attachments, askedBy, askedAt, parts, state, isSending: false });
  }
  const known = [...turns.values()].toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  const newest = known.at(-1);
  const sending = pending.map(({ askId, question, parentId }): ThreadTurn => {
    const place = { id: askId, parentId: parentId === undefined ? (newest?.id ?? null) : parentId, question };
    return { ...place, attachments: [], askedBy: self, askedAt: newest?.askedAt ?? 0, parts: [], state: "waiting", isSending: true };
  });
  return [...known, ...sending];
}

/** Which of the questions that follow the same turn somebody wants to see; the key of first questions is empty. */
export type Choices = Readonly<Record<string, string>>;

export type Shown = { turn: ThreadTurn; siblings: readonly string[]; place: number };

export const keyOf = (parentId: string | null): string => parentId ?? "";

/** One branch, from its first question on: the chosen ones where somebody chose, otherwise the way to the newest. */
export function shownBranch(turns: readonly ThreadTurn[], choices: Choices): Shown[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  // What its parent was taken away from stands at the beginning.
  const parentOf = ({ parentId }: ThreadTurn) => keyOf(parentId !== null && byId.has(parentId) ? parentId : null);
  const children = Map.groupBy(turns, parentOf);
  const toNewest = new Map<string, string>();
  for (let at = turns.at(-1); at !== undefined; at = byId.get(parentOf(at))) {
    if (toNewest.has(parentOf(at))) break;
    toNewest.set(parentOf(at), at.id);
  }
  const shown: Shown[] = [];
  let key = "";
  while (shown.length < turns.length) {
    const siblings = (children.get(key) ?? []).map(({ id }) => id);
    const wanted = [choices[key], toNewest.get(key), siblings.at(-1)].find((id) => id !== undefined && siblings.includes(id));
    const turn = wanted === undefined ? undefined : byId.get(wanted);
    if (turn === undefined) break;
    shown.push({ turn, siblings, place: siblings.indexOf(turn.id) });
    key = turn.id;
  }
  return shown;
}

/** What is proposed to be asked next, by the last answer that is over. */
export function suggestionsOf({ parts, state }: ThreadTurn): readonly string[] {
  if (state === "waiting" || state === "running") return [];
  for (const part of parts.toReversed()) {
    if (part.type === "answer") return part.answer.suggestions;
    if (part.type === "refusal") return part.suggestions;
  }
  return [];
}
