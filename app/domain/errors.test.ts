import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { PasswordHasherBusyError } from "#app/platform/crypto/hasher-busy-error.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";
import { type Role, roles, mayAssignRole } from "./accounts/permissions.ts";
import { AppError, parseInput, toAppError } from "./errors.ts";
import { cursorId, toPage } from "./paging.ts";

function refusalOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("every error below the domain becomes a refusal that people can read, and a fault stays a fault", () => {
  const own = new AppError("gone", "linkInvalid");
  expect(toAppError(own)).toBe(own);
  expect(toAppError(new StaleWriteError())).toMatchObject({ code: "conflict", reason: "changedMeanwhile" });
  expect(toAppError(new DuplicateRowError("users.email", null))).toMatchObject({ code: "conflict", reason: "alreadyTaken" });
  expect(toAppError(new PasswordHasherBusyError())).toMatchObject({ code: "unavailable", retryAfterMs: 2_000 });
  for (const fault of [new Error("x"), undefined, "x", { code: "conflict" }]) expect(toAppError(fault)).toBeUndefined();
});

test("bad input is told field by field, with keys that have a text, and only the first problem of each", () => {
  const schema = z.object({ name: z.string().min(3, "tooShort").regex(/^a/, "fieldInvalid"), inner: z.object({ n: z.number() }) });
  const refusal = refusalOf(() => parseInput(schema, { name: "b", inner: { n: "x" } }));
  expect(refusal).toMatchObject({ code: "invalid", reason: "checkFields", fields: { name: "tooShort", "inner.n": "fieldInvalid" } });
  expect(refusalOf(() => parseInput(schema, null))).toMatchObject({ fields: { form: "fieldInvalid" } });
});

test("a cursor that was not ours is refused, never a fault", () => {
  expect(cursorId(encodeCursor(["aud_1"]))).toBe("aud_1");
  expect([cursorId(undefined), cursorId("")]).toEqual([undefined, undefined]);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat().map((one) => encodeCursor([one])),
      ),
      (text) => {
        const result = refusalOf(() => cursorId(text));
        const isOurs = text === "" || typeof decodeCursor(text)?.[0] === "string";
        expect(result instanceof AppError).toBe(!isOurs);
      },
    ),
  );
});

test("a page ends where the limit says, and only a full one has a next", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id }));
  expect(toPage(rows, 3)).toEqual({ data: rows, nextCursor: null });
  expect(toPage(rows, 2)).toEqual({ data: rows.slice(0, 2), nextCursor: encodeCursor(["b"]) });
  expect(toPage([], 2)).toEqual({ data: [], nextCursor: null });
});

test("only owners make or unmake owners, and only who keeps the team assigns roles at all", () => {
  const allowed = roles.flatMap((actor) =>
    ([undefined, ...roles] as (Role | undefined)[]).flatMap((current) =>
      roles.filter((next) => mayAssignRole(actor, current, next)).map((next) => ({ actor, current, next })),
    ),
  );
  expect(allowed.filter(({ actor }) => actor === "owner")).toHaveLength(7 * 6);
  expect(allowed.filter(({ actor }) => actor === "admin")).toHaveLength(6 * 5);
  expect(allowed.some(({ actor, current, next }) => actor !== "owner" && (current === "owner" || next === "owner"))).toBe(false);
  expect(new Set(allowed.map(({ actor }) => actor))).toEqual(new Set(["owner", "admin"]));
});
