import { and, asc, eq } from "drizzle-orm";
import { savedViews } from "#db/schema/selling.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { listViewsSchema } from "./schemas.ts";

const shown = 30;

/** `query` is the part of the address that says how the list is seen, without a place in it. */
export type SavedView = { id: string; name: string; query: string };

/** A person's own views of one list, the oldest first. */
export async function listViews(ctx: ServiceContext, input: { page: string }): Promise<SavedView[]> {
  requirePermission(ctx, "workspace:read");
  const person = requirePerson(ctx);
  const { page } = parseInput(listViewsSchema, input);
  const rows = await ctx.db.all(savedViews, {
    where: and(eq(savedViews.userId, person.userId), eq(savedViews.page, page)),
    orderBy: asc(savedViews.id),
    limit: shown,
  });
  return rows.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map(({ id, name, query }) => ({ id, name, query }));
}

/** Nobody reaches another person's view, not even in the same workspace. */
export async function findView(ctx: ServiceContext, id: string): Promise<typeof savedViews.$inferSelect> {
  const person = requirePerson(ctx);
  const row = await ctx.db.first(savedViews, and(eq(savedViews.id, id), eq(savedViews.userId, person.userId)));
  if (row === undefined) throw notFound("view");
  return row;
}
