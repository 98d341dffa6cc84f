import { expect, test } from "vitest";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { listViews } from "./list-views.server.ts";
import { deleteView, renameView, saveView } from "./save-view.server.ts";

test("a view is its maker's own, and the same name takes the newer sight", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const [ana, bea] = [stage.as(home, { role: "viewer" }), stage.as(home, { role: "admin" })];
  const { id } = await saveView(ana, { page: "orders", name: "Late", query: "?late=1&cursor=x&open=ord_1" });
  await saveView(ana, { page: "orders", name: "Late", query: "late=2" });
  expect(await listViews(ana, { page: "orders" })).toEqual([{ id, name: "Late", query: "late=2" }]);
  expect([await listViews(bea, { page: "orders" }), await listViews(ana, { page: "listings" })]).toEqual([[], []]);
  await expect(renameView(bea, { id, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteView(bea, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("two views of a list cannot have one name, and a list has thirty at most", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "viewer" });
  const { id } = await saveView(ctx, { page: "catalog", name: "A", query: "" });
  await saveView(ctx, { page: "catalog", name: "B", query: "" });
  await expect(renameView(ctx, { id, name: "B" })).rejects.toMatchObject({ name: "DuplicateRowError" });
  for (let index = 0; index < 28; index += 1) await saveView(ctx, { page: "catalog", name: `V${index}`, query: "" });
  await expect(saveView(ctx, { page: "catalog", name: "one more", query: "" })).rejects.toMatchObject({ reason: "tooManyViews" });
  await deleteView(ctx, { id });
  await saveView(ctx, { page: "catalog", name: "one more", query: "" });
});
