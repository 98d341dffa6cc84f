import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWedgeConfig, idleWedge, stepWedge, type WedgeConfig, type WedgeInput, type WedgeScan } from "./wedge.ts";

type Pressed = { key: string; afterMs: number; inTextField?: boolean };

function play(pressed: readonly Pressed[], config: WedgeConfig = defaultWedgeConfig, waitMs = 0) {
  let state = idleWedge;
  let atMs = 1_000;
  const scans: WedgeScan[] = [];
  const consumed: string[] = [];
  const take = (input: WedgeInput) => {
    const step = stepWedge(state, input, config);
    state = step.state;
    scans.push(...step.scans);
    if (step.isConsumed && input.type === "key") consumed.push(input.key);
  };
  for (const { key, afterMs, inTextField = false } of pressed) {
    atMs += afterMs;
    take({ type: "key", key, atMs, inTextField });
  }
  if (waitMs > 0) take({ type: "time", atMs: atMs + waitMs });
  return { texts: scans.map(({ text }) => text), scans, consumed, state };
}

function scanned(text: string, { end = ["Enter"], gapMs = 3, pauseMs = 200, inTextField = false } = {}): Pressed[] {
  return [...text.split(""), ...end].map((key, index) => ({ key, afterMs: index === 0 ? pauseMs : gapMs, inTextField }));
}

function typed(text: string, end: readonly string[] = ["Enter"], inTextField = false): Pressed[] {
  return [...text.split(""), ...end].map((key) => ({ key, afterMs: 120, inTextField }));
}

test("a burst ended by Enter or Tab is a scan, and its keys are kept from the page", () => {
  expect(play(scanned("7891000315507"))).toMatchObject({ texts: ["7891000315507"], scans: [{ endedBy: "Enter", startedAtMs: 1_200 }] });
  expect(play(scanned("E:B:A-02-04:19", { end: ["Tab"], gapMs: 50 }))).toMatchObject({ texts: ["E:B:A-02-04:19"] });
  expect(play(scanned("ABCD")).consumed).toEqual(["B", "C", "D", "Enter"]);
});

test("a person's keys are no scan and stay with the page", () => {
  expect(play(typed("7891000315507"))).toMatchObject({ texts: [], consumed: [] });
  expect(play(scanned("ABCD", { gapMs: 51 })).texts).toEqual([]);
  expect(play(scanned("ABC")).texts).toEqual([]);
  expect(play(scanned("ABCD", { end: ["ArrowDown", "Enter"] })).texts).toEqual([]);
  // A code typed by hand and sent with Enter long after its last quick letters.
  expect(play([...scanned("ABCD", { end: [] }), { key: "Enter", afterMs: 300 }]).texts).toEqual([]);
});

test("keys that stand for no character do not pull a scan apart", () => {
  const keys = ["Shift", "E", "Shift", ":", "B", "CapsLock", "1", "Unidentified", "2"];
  expect(play(keys.map((key) => ({ key, afterMs: 4 })).concat({ key: "Enter", afterMs: 4 })).texts).toEqual(["E:B12"]);
});

test("scans without any pause between them all arrive, double line ends included", () => {
  const burst = [
    ...scanned("AAAA"),
    ...scanned("BBBB", { pauseMs: 0, end: ["Enter", "Enter"] }),
    ...scanned("CCCC", { pauseMs: 0, gapMs: 0 }),
  ];
  expect(play(burst).texts).toEqual(["AAAA", "BBBB", "CCCC"]);
});

test("in a text field only a scan that begins with the prefix counts, and it comes without it", () => {
  const config = { ...defaultWedgeConfig, prefix: "~~" };
  const field = { inTextField: true };
  expect(play(scanned("7891000315507", field), defaultWedgeConfig)).toMatchObject({ texts: [], consumed: [] });
  expect(play(scanned("7891000315507", field), config)).toMatchObject({ texts: [], consumed: [] });
  expect(play(scanned("~~789100", field), config)).toMatchObject({ texts: ["789100"], consumed: [..."~789100".split(""), "Enter"] });
  expect(play(scanned("~~78", field), config).texts).toEqual([]);
  expect(play(scanned("789100"), config).texts).toEqual(["789100"]);
  expect(play(scanned("~~789100"), config).texts).toEqual(["789100"]);
});

test("a burst that began in a text field does not become a scan when the focus moves", () => {
  const moved = scanned("ABCDEF").map((one, index) => ({ ...one, inTextField: index < 2 }));
  expect(play(moved).texts).toEqual([]);
});

test("where configured, silence ends a scan: at the next key, or when time is told", () => {
  const config = { ...defaultWedgeConfig, silenceMs: 100 };
  const open = scanned("ABCD", { end: [] });
  expect(play(open, config, 99).texts).toEqual([]);
  expect(play(open, config, 100).scans).toEqual([{ text: "ABCD", startedAtMs: 1_200, endedBy: "silence" }]);
  expect(play([...open, ...scanned("EFGH", { pauseMs: 100 })], config).texts).toEqual(["ABCD", "EFGH"]);
  expect(play(open, defaultWedgeConfig, 10_000).texts).toEqual([]);
});

test("a stuck key fills no memory, and the scan after it arrives", () => {
  const stuck = scanned("a".repeat(5_000), { end: [], gapMs: 30 });
  expect(play(stuck).state.text).toHaveLength(1_000);
  expect(play([...stuck, ...scanned("ABCD")]).texts).toEqual(["ABCD"]);
});

const code = fc.stringMatching(/^[!-~]{4,40}$/);
const scannerGap = fc.integer({ min: 0, max: 50 });
const terminators = fc.constantFrom<string[]>(["Enter"], ["Tab"], ["Enter", "Enter"], ["Shift", "Tab"]);
const event = fc.oneof(
  fc.record({ kind: fc.constant("scan" as const), text: code, gapMs: scannerGap, end: terminators, isClose: fc.boolean() }),
  fc.record({ kind: fc.constant("hand" as const), text: fc.stringMatching(/^[ -~]{1,12}$/), end: fc.constantFrom([], ["Enter"], ["Tab"]) }),
);

test("any run of scans comes out complete and in order, with a person typing in between", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const pressed = events.flatMap((one, index) => {
        if (one.kind === "hand") return typed(one.text, one.end, index % 2 === 0);
        // Straight behind another scan, or with the pause that parts it from typing.
        const pauseMs = one.isClose && events[index - 1]?.kind === "scan" ? 0 : 60;
        return scanned(one.text, { end: one.end, gapMs: one.gapMs, pauseMs });
      });
      const expected = events.flatMap((one) => (one.kind === "scan" ? [one.text] : []));
      expect(play(pressed).texts).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
