import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { archiveEvents } from "#app/domain/warehouse/archive-events.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import type { ArchivedEvent } from "#app/domain/warehouse/monitoring/event-segment.ts";
import { listArchivedEvents } from "#app/domain/warehouse/list-archived-events.server.ts";
import { readEventArchive } from "#app/domain/warehouse/read-event-archive.server.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { archiveOldEvents } from "./archive.server.ts";
import { roomName } from "./protocol.ts";

const day = 24 * 3_600_000;

/** A zone with more events than it carries with it: as many as asked for, all of them as old as asked for. */
async function aLongZone({ events, ageDays }: { events: number; ageDays: number }) {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const { zoneId } = home.shop;
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId));
  const ask = (command: CommandInput) => commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
  for (const command of opening) await ask(command);
  // What the opening left to do is done now, so that no alarm comes in between.
  await runDurableObjectAlarm(handle);
  await runInDurableObject(handle, (_room, { storage: { sql } }) => {
    sql.exec(
      `with recursive n (seq) as (values (3) union all select seq + 1 from n where seq < ?)
       insert into events (seq, command_id, at, touched) select seq, 'cmd_' || seq, 0, '{"bins":["b1"],"tasks":[],"skus":[]}' from n`,
      events,
    );
    sql.exec("update events set at = ? + seq", Date.now() - ageDays * day);
    sql.exec("update meta set last_seq = ?", events);
  });
  const seqs = () =>
    runInDurableObject(handle, (_room, { storage: { sql } }) =>
      sql
        .exec<{ seq: number }>("select seq from events order by seq")
        .toArray()
        .map(({ seq }) => seq),
    );
  const names = async () => (await readEventArchive(manager, { id: zoneId })).segments.map(({ name }) => name);
  const read = async () => {
    const parts: ArchivedEvent[] = [];
    for (const segment of await names()) parts.push(...(await readEventArchive(manager, { id: zoneId, segment })).events);
    return parts;
  };
  return { home, stage, manager, zoneId, handle, ask, seqs, names, read };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("old events move to the archive stretch by stretch, and together with what is kept none is missing or twice", async () => {
  const { handle, ask, seqs, read, manager, zoneId } = await aLongZone({ events: 7_200, ageDays: 20 });
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  for (let turn = 0; turn < 2; turn += 1) {
    await runDurableObjectAlarm(handle);
    await evictDurableObject(handle);
    await ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
  }
  const archived = await read();
  expect([...archived.map(({ seq }) => seq), ...(await seqs())]).toEqual(range(1, 7_203));
  expect(archived).toHaveLength(2_000);
  expect(archived[5]).toMatchObject({ seq: 6, commandId: "cmd_6", touched: { bins: ["b1"], tasks: [], skus: [] } });
  expect((await readEventArchive(manager, { id: zoneId })).segments.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
    [1, 1_000],
    [1_001, 2_000],
  ]);
  // What is left is less than a stretch.
  await runDurableObjectAlarm(handle);
  expect(await read()).toHaveLength(2_000);
  expect(await handle.check()).toEqual([]);
});

test("the archive knows who did it, and on which tablet, as far back as the zone did", async () => {
  const { handle, home, ask, read, manager, zoneId } = await aLongZone({ events: 6_500, ageDays: 20 });
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
  await runInDurableObject(handle, (_room, { storage: { sql } }) => {
    sql.exec("update events set actor_id = ?, device = 'dev_1' where seq = 7", home.people.picker.id);
  });
  await runDurableObjectAlarm(handle);
  const archived = await read();
  const { manager: boss, picker } = home.people;
  expect(archived.slice(0, 7).map(({ by }) => by)).toEqual([
    ...[1, 2].map(() => ({ actorId: boss.id, device: null })),
    ...[3, 4, 5, 6].map(() => undefined),
    { actorId: picker.id, device: "dev_1" },
  ]);
  const { data } = await listArchivedEvents(manager, { id: zoneId, by: picker.name.toUpperCase() });
  expect(data).toMatchObject([{ seq: 7, by: { id: picker.id, name: picker.name, device: "dev_1" } }]);
  expect((await listArchivedEvents(manager, { id: zoneId, toSeq: 3 })).data.map(({ by }) => by?.name)).toEqual([
    undefined,
    boss.name,
    boss.name,
  ]);
});

test("a zone from before its events said who did it goes on, and says it from then on", async () => {
  const { handle, home, ask } = await aLongZone({ events: 10, ageDays: 1 });
  await runInDurableObject(handle, (_room, { storage: { sql } }) => {
    for (const column of ["actor_id", "device"]) sql.exec(`alter table events drop column ${column}`);
  });
  await evictDurableObject(handle);
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
  const known = await runInDurableObject(handle, (_room, { storage: { sql } }) =>
    sql.exec<{ actor_id: string | null }>("select actor_id from events where seq >= 10 order by seq").toArray(),
  );
  expect(known.map(({ actor_id: id }) => id)).toEqual([null, home.people.manager.id]);
});

test("what followers may ask for and what is young stays", async () => {
  const [short, young] = [await aLongZone({ events: 5_998, ageDays: 20 }), await aLongZone({ events: 7_000, ageDays: 14 })];
  for (const zone of [short, young]) {
    await zone.ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
    await runDurableObjectAlarm(zone.handle);
    expect(await zone.names()).toEqual([]);
    expect((await zone.seqs())[0]).toBe(1);
  }
});

test("a stop after the archive was written and before the books were cut leaves all here, and the next try the same object", async () => {
  const { home, stage, zoneId, handle, seqs, names, read } = await aLongZone({ events: 6_500, ageDays: 20 });
  const cron = stage.as(home, { system: "room:warehouse-zone" });
  const store = (events: readonly ArchivedEvent[]) => archiveEvents(cron, { zoneId, epoch: "epoch", events });
  const tryWith = (keep: typeof store) =>
    runInDurableObject(handle, (_room, { storage: { sql } }) => archiveOldEvents(sql, Date.now(), keep).catch((error: unknown) => error));
  const stopped = await tryWith(async (events) => {
    await store(events);
    throw new Error("the machine stops here");
  });
  expect(stopped).toMatchObject({ message: "the machine stops here" });
  expect((await seqs())[0]).toBe(1);
  const [once] = await names();
  await tryWith(store);
  expect(await names()).toEqual([once]);
  expect((await seqs())[0]).toBe(1_001);
  expect((await read()).map(({ seq }) => seq)).toEqual(range(1, 1_000));
});

test("an archive that does not read as it was written is no archive: nothing is cut", async () => {
  const { home, stage, zoneId, handle, seqs } = await aLongZone({ events: 6_500, ageDays: 20 });
  const cron = stage.as(home, { system: "room:warehouse-zone" });
  const floorArchive = { ...cron.ports.floorArchive, read: () => Promise.resolve('{"seq":1}\n') };
  const broken = { ...cron, ports: { ...cron.ports, floorArchive } };
  const failed = await runInDurableObject(handle, (_room, { storage: { sql } }) =>
    archiveOldEvents(sql, Date.now(), (events) => archiveEvents(broken, { zoneId, epoch: "epoch", events })).catch(
      (error: unknown) => error,
    ),
  );
  expect(failed).toBeInstanceOf(Error);
  expect((await seqs())[0]).toBe(1);
});

test("a segment nobody wrote is not found, and no name reaches another zone's", async () => {
  const { manager, zoneId } = await aLongZone({ events: 10, ageDays: 1 });
  for (const segment of ["epoch/000000000001-000000001000", "../../x", ""]) {
    await expect(readEventArchive(manager, { id: zoneId, segment })).rejects.toMatchObject({ code: "not_found" });
  }
});
