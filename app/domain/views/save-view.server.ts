import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { savedViews } from "#db/schema/selling.ts";
import { insert, remove, update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findView } from "./list-views.server.ts";
import { renameViewSchema, saveViewSchema } from "./schemas.ts";
import { tidyQuery } from "./tidy-query.ts";

const most = 30;

/** Keeps the list as it is seen now. A name that is already there gets the new sight. */
export async function saveView(ctx: ServiceContext, input: { page: string; name: string; query: string }): Promise<{ id: string }> {
  requirePermission(ctx, "workspace:read");
  const person = requirePerson(ctx);
  const { page, name, query } = parseInput(saveViewSchema, input);
  const own = await ctx.db.all(savedViews, { where: and(eq(savedViews.userId, person.userId), eq(savedViews.page, page)), limit: most });
  const known = own.find((view) => view.name === name);
  if (known === undefined && own.length === most) throw new AppError("conflict", "tooManyViews");
  const id = known?.id ?? ctx.ids.next("viw");
  const row = { id, userId: person.userId, page, name, query: tidyQuery(query), createdAt: ctx.clock.now() };
  await mutate(ctx, {
    writes: [known === undefined ? insert(savedViews, row) : update(savedViews, known, { query: row.query })],
    audit: "personal",
  });
  return { id };
}

export async function renameView(ctx: ServiceContext, input: { id: string; name: string }): Promise<{ id: string }> {
  requirePermission(ctx, "workspace:read");
  requirePerson(ctx);
  const { id, name } = parseInput(renameViewSchema, input);
  const view = await findView(ctx, id);
  await mutate(ctx, { writes: [update(savedViews, view, { name })], audit: "personal" });
  return { id };
}

export async function deleteView(ctx: ServiceContext, input: { id: string }): Promise<{ id: string }> {
  requirePermission(ctx, "workspace:read");
  requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const view = await findView(ctx, id);
  await mutate(ctx, { writes: [remove(savedViews, view)], audit: "personal" });
  return { id };
}
