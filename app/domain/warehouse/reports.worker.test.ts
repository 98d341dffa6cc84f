import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roomName } from "#party/warehouse-zone/protocol.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { zones } from "#db/schema/warehouse.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { commandZone } from "./command-zone.server.ts";
import type { CommandInput } from "./ledger/commands.ts";
import { opening } from "./ledger/testing/zone-commands.ts";
import { listReports } from "./list-reports.server.ts";
import { reportRows } from "./monitoring/report.ts";
import { readReport } from "./read-report.server.ts";
import { writeFloorReports } from "./write-floor-reports.server.ts";

const timeZone = "America/Sao_Paulo";
const hour = 3_600_000;
const day = 24 * hour;

/** A shop whose zone took in goods yesterday at ten in the evening of its own clock, which is the next day in UTC. */
async function aShopWithYesterday() {
  const home = await aWorkspace();
  const midnight = startOfDayMs(zonedDay(Date.now(), timeZone), timeZone) ?? 0;
  const stage = createStage({ clock: createFakeClock(midnight + 10 * 60_000) });
  await env.DB.prepare("update workspaces set time_zone = ? where id = ?").bind(timeZone, home.id).run();
  const { zoneId } = home.shop;
  await writeRows(home.id, updateWhere(zones, eq(zones.id, zoneId), { createdAt: midnight - hour }));
  const manager = stage.as(home, { role: "manager" });
  const ask = (command: CommandInput) => commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
  for (const command of opening) await ask(command);
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId));
  await runInDurableObject(handle, (_room, { storage }) => {
    for (const table of ["events", "movements"]) storage.sql.exec(`update ${table} set at = ?`, midnight - 2 * hour);
  });
  const yesterday = zonedDay(midnight - hour, timeZone);
  const cron = stage.as(home, { system: "report-floors" });
  const written = async () => (await listReports(manager)).data.filter((one) => one.id !== home.shop.reportId);
  return { home, stage, manager, cron, midnight, yesterday, written };
}

test("a day that is over by the shop's own clock is summed up once, and can be read again word for word", async () => {
  const { home, manager, cron, midnight, yesterday, written } = await aShopWithYesterday();
  expect(await writeFloorReports(cron)).toEqual({ days: [yesterday] });
  expect(await writeFloorReports(cron)).toEqual({ days: [] });
  const [entry, ...others] = await written();
  expect(others).toEqual([]);
  expect(entry?.day).toBe(yesterday);
  const report = await readReport(manager, { id: entry?.id ?? "" });
  expect(report).toMatchObject({ v: 1, day: yesterday, timeZone, untilMs: midnight, total: { movements: 1, accuracy: null } });
  expect(report.zones).toMatchObject([{ id: home.shop.zoneId, hasAnswered: true }]);
  expect(report.alerts).toMatchObject([{ kind: "drift", zoneId: home.shop.zoneId, resolvedAt: null }]);
  expect(reportRows(report)).toHaveLength(Math.round((report.untilMs - report.fromMs) / hour));
  const key = `${home.id}/floor-reports/v1/${yesterday}.json`;
  expect(await (await env.EXPORTS.get(key))?.json()).toEqual(report);
});

test("a report whose row was lost on the way is written to the same place again", async () => {
  const { home, cron, yesterday, written } = await aShopWithYesterday();
  const key = `${home.id}/floor-reports/v1/${yesterday}.json`;
  await env.EXPORTS.put(key, "half a report");
  await writeFloorReports(cron);
  expect(await (await env.EXPORTS.get(key))?.json()).toMatchObject({ v: 1, day: yesterday });
  expect(await written()).toHaveLength(1);
});

test("a silent zone is waited for in the night, and then reported as such", async () => {
  const { stage, manager, cron, written } = await aShopWithYesterday();
  const deaf = { ...cron.ports.zoneRooms, metrics: () => Promise.reject(new Error("gone")) };
  const without = { ...cron, ports: { ...cron.ports, zoneRooms: deaf } };
  expect(await writeFloorReports(without)).toEqual({ days: [] });
  stage.clock.advance(6 * hour);
  await writeFloorReports(without);
  const [entry] = await written();
  expect((await readReport(manager, { id: entry?.id ?? "" })).zones).toMatchObject([{ hasAnswered: false }]);
});

test("days that were missed are made up, the newest comes first, and a page at a time can be listed", async () => {
  const { stage, manager, cron, written } = await aShopWithYesterday();
  stage.clock.advance(2 * day);
  const { days } = await writeFloorReports(cron);
  expect(days).toHaveLength(3);
  expect((await written()).map((one) => one.day)).toEqual(days.toReversed());
  const first = await listReports(manager, { limit: 2 });
  const rest = await listReports(manager, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.data, ...rest.data].map((one) => one.day)).toEqual([...days.toReversed(), "2020-01-01"]);
});

test("what the archive has lost is said, not invented", async () => {
  const { manager, home, cron, yesterday, written } = await aShopWithYesterday();
  await writeFloorReports(cron);
  const [entry] = await written();
  await env.EXPORTS.delete(`${home.id}/floor-reports/v1/${yesterday}.json`);
  await expect(readReport(manager, { id: entry?.id ?? "" })).rejects.toMatchObject({ code: "gone", reason: "reportGone" });
});
