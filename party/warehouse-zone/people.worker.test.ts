import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { users } from "#db/schema/accounts.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { createPeopleCheck } from "./people.server.ts";

const startMs = Date.now();
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: startMs }));
afterEach(() => void vi.useRealTimers());

async function aPicker() {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "manager" });
  let looks = 0;
  let isBroken = false;
  const people = createPeopleCheck(() => {
    looks += 1;
    if (isBroken) throw new Error("the database is away");
    return ctx;
  });
  const { id: userId, name, sessionHandle } = home.people.picker;
  const identity = { workspaceId: home.id, userId, name, role: "picker" as const, sessionHandle };
  return {
    looks: () => looks,
    break: () => (isBroken = true),
    roleAt: async (afterMs: number) => {
      vi.setSystemTime(startMs + afterMs);
      return (await people.current(identity))?.role;
    },
    become: (role: string) => writeRows(home.id, updateWhere(users, eq(users.id, userId), { role })),
  };
}

test("who goes on working is looked up again without waiting for it, and what has changed counts from then on", async () => {
  const picker = await aPicker();
  expect(await picker.roleAt(0)).toBe("picker");
  await picker.become("viewer");
  expect(await picker.roleAt(2_900)).toBe("picker");
  expect(picker.looks()).toBe(1);
  expect(await picker.roleAt(3_500)).toBe("picker");
  await vi.waitFor(async () => expect(await picker.roleAt(3_600)).toBe("viewer"));
  expect(picker.looks()).toBe(2);
});

test("nothing is believed for longer than five seconds, also when it could not be looked up meanwhile", async () => {
  const picker = await aPicker();
  expect(await picker.roleAt(0)).toBe("picker");
  picker.break();
  expect(await picker.roleAt(4_000)).toBe("picker");
  expect(await picker.roleAt(4_900)).toBe("picker");
  await expect(picker.roleAt(5_000)).rejects.toThrow("the database is away");
});

test("who comes back after a rest is looked up first", async () => {
  const picker = await aPicker();
  expect(await picker.roleAt(0)).toBe("picker");
  await picker.become("viewer");
  expect(await picker.roleAt(60_000)).toBe("viewer");
  expect(picker.looks()).toBe(2);
});
