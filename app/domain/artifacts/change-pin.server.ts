import { mutate } from "#db/mutate.server.ts";
import { dashboardPins } from "#db/schema/artifacts.ts";
import { remove, update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { toPin } from "./dashboard-row.ts";
import { findDashboard, findPin, pinRowsOf } from "./find-dashboard.server.ts";
import { arrangePinsSchema, changePinSchema } from "./schemas.ts";

/** Another title or size of one answer on a board. */
export async function changePin(ctx: ServiceContext, input: Untrusted<typeof changePinSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { id, ...wanted } = parseInput(changePinSchema, input);
  const { row, board } = await findPin(ctx, id);
  const { before, after } = changedPart({ title: row.title, size: row.size }, wanted);
  if (Object.keys(after).length === 0) return { id };
  await mutate(ctx, {
    writes: [update(dashboardPins, row, after)],
    audit: { action: "dashboard.arranged", subject: { type: "dashboard", id: board.id, label: board.name }, before, after },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}

export async function removePin(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, board } = await findPin(ctx, id);
  await mutate(ctx, {
    writes: [remove(dashboardPins, row)],
    audit: { action: "dashboard.unpinned", subject: { type: "dashboard", id: board.id, label: board.name }, before: { title: row.title } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}

/** The order of a board, all of it at once; somebody who pinned or unpinned meanwhile is not overruled. */
export async function arrangePins(ctx: ServiceContext, input: Untrusted<typeof arrangePinsSchema>): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id, pinIds } = parseInput(arrangePinsSchema, input);
  const board = await findDashboard(ctx, id);
  const rows = (await pinRowsOf(ctx, id)).filter((row) => toPin(row) !== undefined);
  const placeOf = new Map(pinIds.map((pinId, place) => [pinId, place]));
  if (placeOf.size !== rows.length || !rows.every((row) => placeOf.has(row.id))) throw new AppError("conflict", "changedMeanwhile");
  const moved = rows.filter((row) => row.position !== placeOf.get(row.id));
  if (moved.length === 0) return;
  await mutate(ctx, {
    writes: moved.map((row) => update(dashboardPins, row, { position: placeOf.get(row.id) ?? row.position })),
    audit: { action: "dashboard.arranged", subject: { type: "dashboard", id: board.id, label: board.name } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}
