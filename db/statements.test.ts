import { expect, test } from "vitest";
import { notifications } from "./schema/notifications.ts";
import { statementsFor } from "./statements.server.ts";
import { insert } from "./writes.ts";

/** Remembers what was bound; the platform's limit of one parameter is not enforced on a developer's machine. */
function parametersOf(rows: number, textChars: number): string[] {
  const bound: string[] = [];
  const statement = { bind: (value: string) => void bound.push(value) };
  const database = { prepare: () => statement } as unknown as D1Database;
  const row = (index: number) => ({
    id: `ntf_${index}`,
    userId: "usr_1",
    eventId: `evt_${index}`,
    kind: "welcome",
    data: { text: "é".repeat(textChars) },
    createdAt: 1,
    readAt: null,
  });
  statementsFor(database, insert(notifications, ...Array.from({ length: rows }, (_, index) => row(index))), "wsp_1");
  return bound;
}

test("no parameter is longer than the platform takes, and no row is lost or doubled", () => {
  for (const [rows, textChars] of [
    [1_000, 10],
    [60, 50_000],
    [3, 500_000],
    [1, 0],
    [0, 0],
  ] as const) {
    const parameters = parametersOf(rows, textChars);
    expect(parameters.every((one) => new TextEncoder().encode(one).length < 2_000_000)).toBe(true);
    const ids = parameters.flatMap((one) => (JSON.parse(one) as { id: string }[]).map((row) => row.id));
    expect(ids).toEqual(Array.from({ length: rows }, (_, index) => `ntf_${index}`));
  }
});
