import { expect, test } from "vitest";
import type { ServiceContext } from "../context.ts";
import { carryMessages } from "./carry-messages.server.ts";
import type { Message } from "./ledger/facts.ts";
import type { ZoneRooms } from "./ports.ts";

const arrived = (transferId: string, fromZone: string): Message => ({ kind: "transfer-arrived", transferId, fromZone });

function servicesWith(command: ZoneRooms["command"]): ServiceContext {
  const noted: unknown[] = [];
  return {
    actor: { kind: "system", job: "zone" },
    workspaceId: "wsp_1",
    ids: { next: (prefix: string) => `${prefix}_1` },
    logger: { warn: (event: unknown) => noted.push(event) },
    ports: { zoneRooms: { command } },
  } as unknown as ServiceContext;
}

test("a zone that cannot be reached and one that refuses keep nobody else waiting", async () => {
  const ctx = servicesWith(({ zoneId }, _asked) => {
    if (zoneId === "away") return Promise.reject(new Error("unreachable"));
    const common = { commandId: "cmd_1", seq: 1 };
    const reply =
      zoneId === "full"
        ? { kind: "conflict" as const, ...common, reason: "binFull", facts: {} }
        : { kind: "applied" as const, ...common, result: {} };
    return Promise.resolve({ reply, isDuplicate: false });
  });
  const messages = [
    { id: 1, message: arrived("t1", "away") },
    { id: 2, message: arrived("t2", "full") },
    { id: 3, message: arrived("t3", "there") },
  ];
  expect(await carryMessages(ctx, { zoneId: "here", messages })).toEqual([3]);
});
