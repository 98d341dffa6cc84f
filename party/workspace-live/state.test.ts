import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogItem, Person, ServerMessage } from "./protocol.ts";
import { applyMessage, foldPeople, initialLiveView, type LiveState, missedSince } from "./state.ts";

const epoch = "e1";

function item(seq: number): LogItem {
  const actor = { kind: "user", id: "u", label: "Ana" };
  return {
    seq,
    entry: { id: `aud_${seq}`, at: seq, actor, action: "invitation.sent", subject: { type: "t", id: "s", label: String(seq) } },
  };
}

function deltas(...seqs: number[]): ServerMessage {
  return { v: 1, type: "deltas", deltas: seqs.map((seq) => ({ kind: "activity", item: item(seq) })) };
}

function welcome(seq: number, missed: number[] | null, inEpoch = epoch): ServerMessage {
  return { v: 1, type: "welcome", cursor: { epoch: inEpoch, seq }, people: [], missed: missed?.map(item) ?? null };
}

function seqsOf(state: LiveState): number[] {
  return state.entries.map((one) => one.seq).toReversed();
}

function play(frames: ServerMessage[], from: LiveState = initialLiveView) {
  let state = from;
  const gaps: boolean[] = [];
  for (const frame of frames) {
    const applied = applyMessage(state, frame);
    state = applied.state;
    gaps.push(applied.hasGap);
  }
  return { state, gaps };
}

test("activity is applied in order, once, and never backwards", () => {
  const { state, gaps } = play([welcome(3, []), deltas(4, 5), deltas(4), deltas(5, 6), deltas(2)]);
  expect(seqsOf(state)).toEqual([4, 5, 6]);
  expect(state.cursor?.seq).toBe(6);
  expect(gaps).not.toContain(true);
});

test("a missing number is a gap, and nothing after it is applied", () => {
  const { state, gaps } = play([welcome(3, []), deltas(5), deltas(6)]);
  expect(gaps).toEqual([false, true, true]);
  expect([state.cursor?.seq, seqsOf(state)]).toEqual([3, []]);
});

test("activity before the first welcome waits for it", () => {
  const { state, gaps } = play([deltas(1, 2), welcome(2, [1, 2])]);
  expect(gaps).toEqual([false, false]);
  expect(seqsOf(state)).toEqual([1, 2]);
});

test("what came before the welcome and is in it too is shown once", () => {
  const { state } = play([welcome(1, [1]), deltas(2, 3), welcome(3, [2, 3])]);
  expect(seqsOf(state)).toEqual([1, 2, 3]);
});

test("a welcome that was overtaken changes no place, and one that leaves a hole asks again", () => {
  const overtaken = play([welcome(3, []), deltas(4, 5), welcome(4, [4]), welcome(2, null)]);
  expect([overtaken.state.cursor?.seq, seqsOf(overtaken.state), overtaken.gaps.at(-1)]).toEqual([5, [4, 5], false]);
  const holed = play([welcome(3, []), welcome(9, [8, 9])]);
  expect([holed.state.cursor?.seq, holed.gaps.at(-1)]).toEqual([3, true]);
});

test("a log begun anew, or one that is too far ahead, starts the page over and makes it read again", () => {
  for (const restart of [welcome(9, null), welcome(2, null, "e2")]) {
    const { state } = play([welcome(3, [3]), restart]);
    expect([seqsOf(state), state.staleCount, state.cursor]).toEqual([[], 1, restart.type === "welcome" ? restart.cursor : null]);
  }
});

test("a page keeps a bounded number of entries, the newest", () => {
  const many = Array.from({ length: 250 }, (_, index) => index + 1);
  const { state } = play([welcome(0, []), deltas(...many)]);
  expect(seqsOf(state)).toEqual(many.slice(-100));
});

test("in whatever order and however often frames arrive, asking again at gaps ends with the room's log", () => {
  const log = Array.from({ length: 30 }, (_, index) => index + 1);
  const upTo = fc.integer({ min: 0, max: 30 });
  const someDeltas = fc.tuple(upTo, upTo).map(([a, b]) => deltas(...log.slice(Math.min(a, b), Math.max(a, b))));
  const someWelcome = fc.tuple(upTo, upTo).map(([a, b]) => welcome(Math.max(a, b), log.slice(Math.min(a, b), Math.max(a, b))));
  const answer = (state: LiveState): ServerMessage => {
    const gap = missedSince(state.cursor, epoch, { firstSeq: 1, lastSeq: 30 });
    return welcome(30, gap === null ? null : log.slice(gap.fromSeq - 1));
  };
  fc.assert(
    fc.property(fc.array(fc.oneof(someDeltas, someWelcome), { maxLength: 20 }), (frames) => {
      let state: LiveState = applyMessage(initialLiveView, welcome(0, [])).state;
      let seq = 0;
      for (const frame of frames) {
        const applied = applyMessage(state, frame);
        state = applied.hasGap ? applyMessage(applied.state, answer(applied.state)).state : applied.state;
        expect(state.cursor?.seq).toBeGreaterThanOrEqual(seq);
        seq = state.cursor?.seq ?? 0;
        expect(seqsOf(state)).toEqual(log.slice(0, seq));
      }
      expect(seqsOf(applyMessage(state, answer(state)).state)).toEqual(log);
    }),
  );
});

test("a cursor is answered with exactly what follows it, or not at all", () => {
  fc.assert(
    fc.property(fc.nat(700), fc.nat(700), fc.nat(700), (a, b, seq) => {
      const log = { firstSeq: Math.min(a, b) + 1, lastSeq: Math.max(a, b) };
      const fits = seq + 1 >= log.firstSeq && seq <= log.lastSeq;
      expect(missedSince({ epoch, seq }, epoch, log)).toEqual(fits ? { fromSeq: seq + 1 } : null);
      expect(missedSince({ epoch, seq }, "e2", log)).toBeNull();
    }),
  );
});

test("people are listed by name, each once, where they looked last", () => {
  const person = (userId: string, name: string, path: string): Person => ({ userId, name, role: "viewer", path });
  const people = foldPeople([person("2", "Zoe", "/a"), person("1", "Ana", "/b"), person("2", "Zoe", "/c")]);
  expect(people.map(({ name, path }) => [name, path])).toEqual([
    ["Ana", "/b"],
    ["Zoe", "/c"],
  ]);
});

test("who comes, moves and goes is followed; a word to oneself makes the page read again", () => {
  const ana: Person = { userId: "1", name: "Ana", role: "viewer", path: "/" };
  const here: ServerMessage = { v: 1, type: "deltas", deltas: [{ kind: "here", person: ana }] };
  const moved: ServerMessage = { v: 1, type: "deltas", deltas: [{ kind: "here", person: { ...ana, path: "/x" } }] };
  const gone: ServerMessage = {
    v: 1,
    type: "deltas",
    deltas: [
      { kind: "gone", userId: "1" },
      { kind: "yours", what: "role" },
    ],
  };
  const { state } = play([welcome(0, []), here, moved]);
  expect(state.people).toEqual([{ ...ana, path: "/x" }]);
  const after = play(
    [gone, { v: 1, type: "ended", reason: "revoked" }, { v: 1, type: "error", code: "too-fast", detail: "" }],
    state,
  ).state;
  expect([after.people, after.staleCount, after.endReason]).toEqual([[], 1, "revoked"]);
});
