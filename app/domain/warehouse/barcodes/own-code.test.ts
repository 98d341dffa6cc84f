import fc from "fast-check";
import { expect, test } from "vitest";
import { floorCommands, readOwnCode, writeOwnCode } from "./own-code.ts";

test("labels that hang in a warehouse keep their meaning: the check digits never change", () => {
  expect(writeOwnCode("bin", "A-02-04")).toBe("E:B:A-02-04:19");
  expect(writeOwnCode("command", "OK")).toBe("E:C:OK:36");
  expect(writeOwnCode("plate", "LPN000123")).toBe("E:P:LPN000123:81");
});

const kind = fc.constantFrom("plate" as const, "task" as const, "badge" as const, "device" as const);
const body = fc.stringMatching(/^[0-9A-Za-z._-]{1,64}$/);

test("what is written is read again", () => {
  fc.assert(
    fc.property(kind, body, (kind, body) => {
      expect(readOwnCode(writeOwnCode(kind, body) ?? "")).toEqual({ ok: true, kind, body });
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]([ -~]{0,78}[!-~])?$/), (sku) => {
      expect(readOwnCode(writeOwnCode("sku", sku) ?? "")).toEqual({ ok: true, kind: "sku", body: sku });
    }),
  );
  for (const command of floorCommands) {
    expect(readOwnCode(writeOwnCode("command", command) ?? "")).toEqual({ ok: true, kind: "command", body: command });
  }
});

test("one wrong character, or two that changed places, is never another label", () => {
  const printable = fc.integer({ min: 32, max: 126 }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(kind, body, fc.nat(), printable, (kind, body, where, wrong) => {
      const code = writeOwnCode(kind, body) ?? "";
      const at = where % code.length;
      const misread = code.slice(0, at) + wrong + code.slice(at + 1);
      const exchanged =
        code.slice(0, at) +
        code
          .slice(at, at + 2)
          .split("")
          .toReversed()
          .join("") +
        code.slice(at + 2);
      const others = [misread, exchanged].filter((other) => other !== code);
      expect(others.filter((other) => readOwnCode(other)?.ok)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test("a scanner that types as on another keyboard, or under Caps Lock, is understood", () => {
  const bin = { ok: true, kind: "bin", body: "A-02-04" };
  for (const typed of ["EÇBÇA-02-04Ç19", "EÑBÑA-02-04Ñ19", "EÖBÖA-02-04Ö19", "e:b:a-02-04:19", "eçbça-02-04ç19"]) {
    expect(readOwnCode(typed), typed).toEqual(bin);
  }
});

test("what is ours but wrong says where", () => {
  expect(readOwnCode("E:B:A-02-04:42")).toEqual({ ok: false, reason: "checkDigit", position: 12 });
  expect(readOwnCode("E:B:A-02-04")).toEqual({ ok: false, reason: "ownCode", position: 4 });
  expect(readOwnCode("E:Z:1:00")).toEqual({ ok: false, reason: "ownCode", position: 2 });
  expect(readOwnCode("A-02-04")).toBeUndefined();
  expect(readOwnCode("E-10")).toBeUndefined();
});

test("nothing is written that could not be read", () => {
  expect(writeOwnCode("bin", "a-02")).toBeUndefined();
  expect(writeOwnCode("command", "STOP")).toBeUndefined();
  expect(writeOwnCode("task", "")).toBeUndefined();
  expect(writeOwnCode("task", "a:b")).toBeUndefined();
  expect(writeOwnCode("badge", "x".repeat(65))).toBeUndefined();
  for (const sku of ["", " a", "a ", "chá", "x".repeat(81)]) expect(writeOwnCode("sku", sku), sku).toBeUndefined();
});
