import { expect, test } from "vitest";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { archiveEvents } from "./archive-events.server.ts";
import { commandZone } from "./command-zone.server.ts";
import { exportArchivedEvents } from "./export-archived-events.server.ts";
import { listArchivedEvents } from "./list-archived-events.server.ts";
import type { ArchivedEvent } from "./monitoring/event-segment.ts";

const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 0, 1);
const bin = { kind: "pick", aisle: "01", xMm: 0, yMm: 0, capacityUnits: null, rank: 1, isBlocked: false } as const;

/** A zone with twelve stretches of ten events, an hour apart: every fifth touches a second bin, every event a SKU. */
async function anArchive() {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const { zoneId } = home.shop;
  const ask = (command: object) => commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
  await ask({
    type: "put-bins",
    bins: [
      { id: "b1", code: "A-01-01", ...bin },
      { id: "b2", code: "A-01-02", ...bin },
    ],
  });
  await ask({ type: "put-items", items: [{ sku: "var_1", code: "KET-18", title: "Kettle", gtin: null }] });
  for (let part = 0; part < 12; part += 1) {
    const events = Array.from({ length: 10 }, (_, index): ArchivedEvent => {
      const seq = part * 10 + index + 1;
      const touched = { bins: seq % 5 === 0 ? ["b1", "b2"] : ["b1"], tasks: [], skus: seq > 100 ? ["var_1"] : ["var_gone"] };
      return { seq, commandId: `cmd_${seq}`, at: startMs + seq * hourMs, touched };
    });
    await archiveEvents(stage.as(home, { system: "floor" }), { zoneId, epoch: "epoch", events });
  }
  type Filter = Partial<Parameters<typeof listArchivedEvents>[1]>;
  const all = async (filter: Filter = {}) => {
    const seqs: number[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await listArchivedEvents(manager, { ...filter, id: zoneId, cursor });
      seqs.push(...page.data.map(({ seq }) => seq));
      cursor = page.nextCursor ?? undefined;
      pages += 1;
    } while (cursor !== undefined);
    return { seqs, pages };
  };
  return { home, stage, manager, zoneId, all };
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

test("an archive is read page by page from its newest event to its oldest, none missing or twice", async () => {
  const { manager, zoneId, all } = await anArchive();
  for (const limit of [7, 10, 200]) expect((await all({ limit })).seqs, `pages of ${limit}`).toEqual(down(120, 1));
  const [first] = (await listArchivedEvents(manager, { id: zoneId, limit: 1 })).data;
  expect(first).toMatchObject({ seq: 120, bins: ["A-01-01", "A-01-02"], skus: ["KET-18"], commandId: "cmd_120" });
  expect((await listArchivedEvents(manager, { id: zoneId })).archived).toBe(120);
});

test("a search finds what was touched, by code or by the id of what is gone, and in which hours and numbers", async () => {
  const { all } = await anArchive();
  expect((await all({ bin: "a-01-02" })).seqs).toEqual(down(24, 1).map((fifth) => fifth * 5));
  expect((await all({ sku: "KET-18" })).seqs).toEqual(down(120, 101));
  expect((await all({ sku: "var_gone", fromSeq: 98 })).seqs).toEqual([100, 99, 98]);
  expect((await all({ fromSeq: 15, toSeq: 22 })).seqs).toEqual(down(22, 15));
  expect((await all({ about: "tasks" })).seqs).toEqual([]);
  // A day of the workspace, which keeps the time of London.
  expect((await all({ fromDay: "2026-01-02", toDay: "2026-01-02" })).seqs).toEqual(down(47, 24));
});

test("a search that meets little says where it goes on, and does not read the whole archive at once", async () => {
  const { all } = await anArchive();
  expect(await all({ sku: "var_gone", toSeq: 120, limit: 200 })).toMatchObject({ pages: 2 });
  expect(await all({ bin: "nothing" })).toEqual({ seqs: [], pages: 2 });
});

test("the file holds all that a search finds, the oldest first", async () => {
  const { manager, zoneId } = await anArchive();
  const seqs: number[] = [];
  for await (const { seq } of await exportArchivedEvents(manager, { id: zoneId, sku: "ket-18" })) seqs.push(seq);
  expect(seqs).toEqual(down(120, 101).toReversed());
});

test("a cursor that is none of ours, and a day that is none, are refused by name", async () => {
  const { manager, zoneId } = await anArchive();
  await expect(listArchivedEvents(manager, { id: zoneId, cursor: "nonsense" })).rejects.toMatchObject({
    fields: { cursor: "fieldInvalid" },
  });
  await expect(listArchivedEvents(manager, { id: zoneId, fromDay: "2026-02-30" })).rejects.toMatchObject({
    fields: { fromDay: "fieldInvalid" },
  });
});
