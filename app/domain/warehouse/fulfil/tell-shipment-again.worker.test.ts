import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { tellShipmentAgain } from "./tell-shipment-again.server.ts";

async function aRefusedParcel() {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const id = home.shop.parcelId;
  const set = (values: object) => writeRows(home.id, updateWhere(fulfilments, eq(fulfilments.id, id), values));
  await set({ state: "shipped", telling: "refused", tellError: "tracking-needed: No code", trackingCode: "OLD1" });
  const read = () => manager.db.first(fulfilments, eq(fulfilments.id, id));
  return { home, manager, id, set, read };
}

test("a refused telling is due again, and who asked for it is written down with what was refused", async () => {
  const { manager, id, read } = await aRefusedParcel();
  await tellShipmentAgain(manager, { id });
  expect(await read()).toMatchObject({ telling: "due", tellError: null, trackingCode: "OLD1" });
  const entry = await manager.db.first(auditLog, and(eq(auditLog.action, "order.telling-retried"), eq(auditLog.subjectId, id)));
  expect(entry).toMatchObject({ before: { problem: "tracking-needed: No code" } });
  await expect(tellShipmentAgain(manager, { id })).rejects.toMatchObject({ code: "conflict", reason: "nothingToTellAgain" });
});

test("a tracking code that was missing goes along", async () => {
  const { manager, id, read } = await aRefusedParcel();
  await tellShipmentAgain(manager, { id, trackingCode: " BR99 " });
  expect(await read()).toMatchObject({ telling: "due", trackingCode: "BR99" });
});

test("what the marketplace knows or has not heard yet is not told again by hand", async () => {
  const { manager, id, set } = await aRefusedParcel();
  for (const telling of ["told", "due", null]) {
    await set({ telling });
    await expect(tellShipmentAgain(manager, { id }), String(telling)).rejects.toMatchObject({ reason: "nothingToTellAgain" });
  }
});
