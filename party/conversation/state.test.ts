import fc from "fast-check";
import { expect, test } from "vitest";
import { encode, parseClientMessage, parseServerMessage, type RoomEvent, type RoomTurn } from "./protocol.ts";
import { applyMessage, emptyRoom, type RoomView } from "./state.ts";

const turn = (id: string): RoomTurn => ({
  id,
  askId: `ask_${id}`,
  parentId: null,
  question: `q ${id}`,
  query: null,
  attachments: [],
  askedBy: { id: "usr_1", label: "Ana" },
  askedAt: 1,
  state: "waiting",
  parts: [],
});
const anEvent: fc.Arbitrary<RoomEvent> = fc.oneof(
  fc.record({ kind: fc.constant("asked" as const), turn: fc.constantFrom("a", "b").map(turn) }),
  fc.record({ kind: fc.constant("began" as const), turnId: fc.constantFrom("a", "b") }),
  fc.record({
    kind: fc.constant("part" as const),
    turnId: fc.constantFrom("a", "b"),
    part: fc.string().map((text) => ({ type: "text" as const, text })),
  }),
  fc.record({ kind: fc.constant("ended" as const), turnId: fc.constantFrom("a", "b"), state: fc.constant("answered" as const) }),
);
const start: RoomView = { cursor: { epoch: "e", seq: 0 }, turns: [] };
const events = (fromSeq: number, some: RoomEvent[]) => ({ v: 1 as const, type: "events" as const, epoch: "e", fromSeq, events: some });

test("in whatever pieces events come, and however often, the same is shown", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 12 }), fc.nat(12), fc.nat(12), (all, one, other) => {
      const [from, to] = [Math.min(one, other, all.length), Math.min(Math.max(one, other), all.length)];
      const whole = applyMessage(start, events(0, all)).view;
      const first = applyMessage(start, events(0, all.slice(0, to))).view;
      const again = applyMessage(first, events(from, all.slice(from))).view;
      expect(again).toEqual(whole);
    }),
  );
});

test("what begins after what was heard, or comes from another room, is a gap and changes nothing", () => {
  const one = events(3, [{ kind: "began", turnId: "a" }]);
  expect(applyMessage(start, one)).toEqual({ view: start, hasGap: true });
  expect(applyMessage(emptyRoom, events(0, []))).toEqual({ view: emptyRoom, hasGap: true });
  expect(applyMessage(start, { ...events(0, []), epoch: "another" })).toEqual({ view: start, hasGap: true });
});

test("every message comes back as it was sent, and nothing that arrives makes a parser throw", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 4 }), fc.nat(), (some, fromSeq) => {
      expect(parseServerMessage(encode({ type: "events", epoch: "e", fromSeq, events: some }))).toEqual(events(fromSeq, some));
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (frame) => {
      parseClientMessage(frame);
      parseServerMessage(frame);
    }),
  );
});
