import { inArray } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { reviewGaps } from "#db/schema/review-gaps.ts";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { listMemory } from "./list-memory.server.ts";

/** What somebody calls a listing, or a complaint about goods: the topic has words of its own in each language. */
export type RememberedName = { label: string; topic?: string };

const atOnce = 90;

/** Listings and complaints that agents remember by their ids, as people call them; those that are gone are not there. */
export async function nameRemembered(ctx: ServiceContext): Promise<Record<string, RememberedName>> {
  requirePermission(ctx, "agents:read");
  const ids = new Set(
    (await listMemory(ctx)).flatMap(({ value }) => (typeof value === "object" && value !== null ? Object.keys(value) : [])),
  );
  const begins = (prefix: string) => [...ids].filter((id) => id.startsWith(prefix));
  const goods = actorAllows(ctx.actor, "catalog:read") ? begins("lst_") : [];
  const gaps = actorAllows(ctx.actor, "service:read") ? begins("gap_") : [];
  const names: Record<string, RememberedName> = {};
  for (let begin = 0; begin < goods.length; begin += atOnce) {
    const known = await ctx.db.all(listings, { where: inArray(listings.id, goods.slice(begin, begin + atOnce)) });
    for (const { id, title } of known) names[id] = { label: title };
  }
  for (let begin = 0; begin < gaps.length; begin += atOnce) {
    const known = await ctx.db.all(reviewGaps, { where: inArray(reviewGaps.id, gaps.slice(begin, begin + atOnce)) });
    for (const { id, title, topic, label } of known) names[id] = { label: title, topic: label ?? topic };
  }
  return names;
}
