import { expect, test } from "vitest";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { commandZone } from "../command-zone.server.ts";
import { readProductLabels } from "./read-product-labels.server.ts";
import { readZoneLabels } from "./read-zone-labels.server.ts";

async function aZone() {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const { zoneId: id, productId } = home.shop;
  const ask = (command: object) => commandZone(manager, { zoneId: id, envelope: { id: testIds.next("cmd"), command } });
  const place = { kind: "pick", xMm: 0, yMm: 0, capacityUnits: null, rank: 1, isBlocked: false };
  const codes = [
    ["B-2", "B"],
    ["A-10", "A"],
    ["A-9", "A"],
  ] as const;
  await ask({ type: "put-bins", bins: codes.map(([code, aisle]) => ({ id: code, code, aisle, ...place })) });
  await ask({ type: "put-items", items: [{ sku: "kettle", code: "KET-18", title: "Kettle", gtin: null }] });
  await ask({ type: "receive", sku: "kettle", binId: "A-9", qty: 2, plate: "LPN-7" });
  return { manager, id, productId };
}

/** What the codes of a ZPL file say, in order. */
function codesOf({ text }: { text: string }): string[] {
  return [...text.matchAll(/\^FD(?:MM,B\d{4})(.*?)\^FS/g)].map(([, code = ""]) => code);
}

test("labels of a zone's bins come in the order of the walk: all, an aisle, or those that are named", async () => {
  const { manager, id } = await aZone();
  const read = async (wanted: object) =>
    codesOf(await readZoneLabels(manager, { id, symbology: "qr", ...wanted })).map((code) => code.split(":")[2]);
  expect(await read({})).toEqual(["A-9", "A-10", "B-2"]);
  expect(await read({ aisle: "A" })).toEqual(["A-9", "A-10"]);
  expect(await read({ bins: "B-2, A-9" })).toEqual(["A-9", "B-2"]);
  await expect(read({ bins: "A-9,Z-1" })).rejects.toMatchObject({ fields: { bins: "binUnknown" } });
  await expect(read({ aisle: "Z" })).rejects.toMatchObject({ fields: { bins: "nothingToPrint" } });
});

test("plates that lie there are printed again, and a run of new ones is the same run whenever it is asked for", async () => {
  const { manager, id } = await aZone();
  const read = async (wanted: object) =>
    codesOf(await readZoneLabels(manager, { id, symbology: "qr", ...wanted })).map((code) => code.split(":")[2]);
  expect(await read({ of: "plates" })).toEqual(["LPN-7"]);
  const run = { of: "new-plates", count: 3, run: "7K3M9QX2WB" };
  expect(await read(run)).toEqual(["LPN7K3M9QX2WB-001", "LPN7K3M9QX2WB-002", "LPN7K3M9QX2WB-003"]);
  expect(await read(run)).toEqual(await read(run));
  const [one, other] = [await read({ of: "new-plates", count: 20 }), await read({ of: "new-plates", count: 20 })];
  expect(new Set([...one, ...other]).size).toBe(40);
});

test("more labels than anybody can watch are refused, and so is a sheet for a label printer", async () => {
  const { manager, id } = await aZone();
  const plates = { id, of: "new-plates", count: 500 } as const;
  expect((await readZoneLabels(manager, { ...plates, copies: 2 })).count).toBe(500);
  await expect(readZoneLabels(manager, { ...plates, copies: 3 })).rejects.toMatchObject({ fields: { form: "tooManyLabels" } });
  await expect(readZoneLabels(manager, { id, medium: "a4-3x8" })).rejects.toMatchObject({ fields: { medium: "labelNeedsRoll" } });
});

test("a page has every label in its place on sheets of the paper's own size", async () => {
  const { manager, id } = await aZone();
  const page = await readZoneLabels(manager, { id, medium: "a4-3x8", format: "html", copies: 9 });
  expect(page.mediaType).toBe("text/html");
  expect(page.text).toContain("@page{size:210mm 297mm;margin:0}");
  expect(page.text.match(/class="label-page"/g)).toHaveLength(2);
  expect(page.text.match(/<svg [^>]*width="70mm" height="37mm"/g)).toHaveLength(27);
});

test("a product's labels are those of its SKUs, and one SKU that it does not have is not found", async () => {
  const { manager, productId } = await aZone();
  const file = await readProductLabels(manager, { id: productId, lot: "L1", symbology: "qr" });
  expect(file).toMatchObject({ count: 1, mediaType: "application/zpl" });
  expect(file.text).toContain("^XA");
  await expect(readProductLabels(manager, { id: productId, sku: "no-such" })).rejects.toMatchObject({ code: "not_found" });
});
