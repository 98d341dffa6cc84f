import { expect, test } from "vitest";
import { readAuditQuery } from "./audit-query.ts";

const read = (query: string) => readAuditQuery(new URLSearchParams(query), "America/Sao_Paulo");

test("a period takes its last day whole, in the reader's own days", () => {
  const { from, to } = read("from=2026-11-19&to=2026-11-20");
  expect(new Date(from ?? 0).toISOString()).toBe("2026-11-19T03:00:00.000Z");
  expect(new Date(to ?? 0).toISOString()).toBe("2026-11-21T03:00:00.000Z");
});

test("an address that was tampered with filters by nothing rather than failing", () => {
  expect(read("from=x&to=2026-02-31&action=&actor=&q=")).toEqual({
    action: undefined,
    actorId: undefined,
    search: undefined,
    from: undefined,
    to: undefined,
  });
  expect(read(`q=${"a".repeat(5_000)}&action=${"b".repeat(5_000)}`)).toMatchObject({ search: "a".repeat(100), action: "b".repeat(60) });
});

test("half a period is open at its other end", () => {
  expect(read("from=2026-11-19").to).toBeUndefined();
  expect(read("to=2026-11-19").from).toBeUndefined();
});
