import fc from "fast-check";
import { expect, test } from "vitest";
import { auditActions } from "#app/domain/audit/actions.ts";
import { roles } from "#app/domain/accounts/permissions.ts";
import {
  clientMessageSchema,
  encode,
  endReasons,
  maxFrameChars,
  parseClientMessage,
  parseServerMessage,
  protocolVersion,
} from "./protocol.ts";

const text = fc.string({ unit: "grapheme", maxLength: 30 });
const cursor = fc.record({ epoch: text, seq: fc.maxSafeNat() });
const clientMessage = fc.oneof(
  fc.record({ type: fc.constant("hello" as const), cursor }),
  fc.constant({ type: "hello" as const }),
  fc.record({ type: fc.constant("page" as const), path: text.map((one) => `/${one}`) }),
);
const person = fc.record({ userId: text, name: text, role: fc.constantFrom(...roles), path: text });
const entry = fc.record({
  id: text,
  at: fc.maxSafeInteger(),
  actor: fc.record({ kind: text, id: text, label: text }),
  action: fc.constantFrom(...auditActions),
  subject: fc.record({ type: text, id: text, label: text }),
});
const item = fc.record({ seq: fc.maxSafeNat(), entry });
const delta = fc.oneof(
  fc.record({ kind: fc.constant("activity" as const), item }),
  fc.record({ kind: fc.constant("here" as const), person }),
  fc.record({ kind: fc.constant("gone" as const), userId: text }),
  fc.record({ kind: fc.constant("yours" as const), what: fc.constantFrom("notifications" as const, "role" as const) }),
);
const serverMessage = fc.oneof(
  fc.record({
    type: fc.constant("welcome" as const),
    cursor,
    people: fc.array(person, { maxLength: 4 }),
    missed: fc.option(fc.array(item, { maxLength: 4 })),
  }),
  fc.record({ type: fc.constant("deltas" as const), deltas: fc.array(delta, { maxLength: 6 }) }),
  fc.record({ type: fc.constant("ended" as const), reason: fc.constantFrom(...endReasons) }),
  fc.record({
    type: fc.constant("error" as const),
    code: fc.constantFrom("malformed" as const, "too-large" as const, "too-fast" as const),
    detail: text,
  }),
);

test("every message comes back as it was sent", () => {
  fc.assert(
    fc.property(clientMessage, (message) => {
      expect(parseClientMessage(encode(message))).toEqual({ v: protocolVersion, ...message });
    }),
  );
  fc.assert(
    fc.property(serverMessage, (message) => {
      expect(parseServerMessage(encode(message))).toEqual(JSON.parse(encode(message)));
    }),
  );
});

test("nothing that arrives makes the parser throw, and what it takes is a message", () => {
  const frame = fc.oneof(
    fc.anything(),
    fc.string({ unit: "binary", maxLength: 5_000 }),
    fc.json(),
    fc.tuple(clientMessage, fc.string(), fc.anything()).map(([message, key, value]) => {
      try {
        return JSON.stringify({ v: 1, ...message, [key]: value });
      } catch {
        return "";
      }
    }),
  );
  fc.assert(
    fc.property(frame, (one) => {
      const parsed = parseClientMessage(one);
      const isRefusal = parsed === "malformed" || parsed === "too-large";
      expect(isRefusal || clientMessageSchema.safeParse(parsed).success).toBe(true);
      parseServerMessage(one);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ v: 2, type: "hello" }],
  [{ type: "hello" }],
  [{ v: "1", type: "hello" }],
  [{ v: 1, type: "hello", cursor: { epoch: "e", seq: -1 } }],
  [{ v: 1, type: "hello", cursor: { epoch: "e", seq: 1.5 } }],
  [{ v: 1, type: "hello", cursor: { epoch: "e".repeat(41), seq: 1 } }],
  [{ v: 1, type: "page", path: "x" }],
  [{ v: 1, type: "page", path: `/${"x".repeat(200)}` }],
  [{ v: 1, type: "__proto__" }],
])("%j is not a message", (message) => {
  expect(parseClientMessage(JSON.stringify(message))).toBe("malformed");
});

test("a frame is measured before it is read", () => {
  const message = encode({ type: "hello" });
  expect(parseClientMessage(message.padEnd(maxFrameChars, " "))).toEqual({ v: 1, type: "hello" });
  expect(parseClientMessage(message.padEnd(maxFrameChars + 1, " "))).toBe("too-large");
});
