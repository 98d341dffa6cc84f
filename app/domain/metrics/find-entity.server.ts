import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type DimensionId, dimensionIds } from "./kinds.ts";
import { foldName, scoreName } from "./match-name.ts";
import { neededToFind } from "./policy.ts";

export const findEntitySchema = z.object({
  text: z.string("required").min(1, "required").max(200, "fieldInvalid"),
  dimensions: z.array(z.enum(dimensionIds, "fieldInvalid"), "fieldInvalid").max(dimensionIds.length, "fieldInvalid").optional(),
});

/** Something of the workspace that numbers can be split by or narrowed to, and how well its name fits: 1 is the name itself. */
export type FoundEntity = { dimension: DimensionId; id: string; label: string; score: number };

const shown = 10;
const leastScore = 0.55;
const mostNamed = 500;

/** also: what it is called for short, by which it is found too. */
type Named = { dimension: DimensionId; id: string; label: string; also?: string };
type Place = (workspaceId: string, words: string) => SQL;

const all =
  (table: string, name: string, where = sql`1`) =>
  (workspaceId: string): SQL =>
    sql`select id, ${sql.identifier(name)} as label from ${sql.identifier(table)} where workspace_id = ${workspaceId} and ${where} limit ${mostNamed}`;

/** By beginnings of words, which slips further in leave as they are. */
const byWords =
  (table: string, label: SQL, id = sql`own.id`) =>
  (workspaceId: string, words: string): SQL =>
    sql`select ${id} as id, ${label} as label from ${sql.identifier(table)} as own
    where own.rowid in (select rowid from ${sql.identifier(`${table}_fts`)} where ${sql.identifier(`${table}_fts`)} match ${words} limit 200)
      and +own.workspace_id = ${workspaceId}`;

const places: Partial<Record<DimensionId, Place>> = {
  channel: all("channels", "name"),
  vendor: (workspaceId) =>
    sql`select distinct vendor as id, replace(vendor, '-', ' ') as label from channels where workspace_id = ${workspaceId}`,
  product: byWords("products", sql`own.title`),
  sku: byWords("variants", sql`own.sku`),
  brand: (workspaceId, words) => sql`select distinct own.brand as id, own.brand as label from products as own
      where own.rowid in (select rowid from products_fts where products_fts match ${words} limit 200) and +own.workspace_id = ${workspaceId}
        and own.brand <> ''`,
  listing: byWords("listings", sql`own.title || case when own.model_name = '' then '' else ' · ' || own.model_name end`),
  warehouse: all("warehouses", "name"),
  zone: (workspaceId) => sql`select id, name as label, code as also from zones where workspace_id = ${workspaceId} limit ${mostNamed}`,
  person: all("users", "name"),
  site: all("sites", "name"),
  model: (workspaceId) =>
    sql`select distinct model as id, model as label from ai_spend_days where workspace_id = ${workspaceId} limit ${mostNamed}`,
  asker: all("users", "name"),
};

/**
 * Finds what somebody may have meant by a name, as far as they may see it: without accents, by the beginnings of words, and with
 * slips forgiven. The best first.
 */
export async function findEntity(ctx: ServiceContext, input: z.input<typeof findEntitySchema>): Promise<FoundEntity[]> {
  requirePermission(ctx, "chat:read");
  const { text, dimensions } = parseInput(findEntitySchema, input);
  const words = beginnings(ctx.workspaceId, text);
  if (words === undefined) return [];
  const asked = Object.entries(places).filter(([dimension]) => {
    const need = neededToFind[dimension];
    const isAsked = dimensions === undefined || dimensions.some((one) => one === dimension);
    return isAsked && need !== undefined && actorAllows(ctx.actor, need);
  });
  const named = await Promise.all(
    asked.map(async ([name, query]): Promise<Named[]> => {
      const dimension = dimensionIds.find((one) => one === name);
      if (dimension === undefined) return [];
      const rows = await ctx.db.read((orm) => orm.all<{ id: string; label: string; also?: string }>(query(ctx.workspaceId, words)));
      return rows.map((row) => ({ dimension, ...row }));
    }),
  );
  const found = named.flat().map(({ also, ...one }) => {
    const score = Math.max(scoreName(text, one.label), also === undefined ? 0 : scoreName(text, also));
    return { ...one, score };
  });
  return withoutDoubles(found.filter(({ score }) => score >= leastScore)).slice(0, shown);
}

function withoutDoubles(found: readonly FoundEntity[]): FoundEntity[] {
  const best = new Map<string, FoundEntity>();
  for (const one of found.toSorted((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1))) {
    const key = `${one.dimension}/${one.id}`;
    if (!best.has(key)) best.set(key, one);
  }
  return [...best.values()];
}

/** Any of the words, by its first letters. Nothing of the text reaches the query language: words are quoted letters and digits. */
function beginnings(workspaceId: string, text: string): string | undefined {
  const words = foldName(text).split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return undefined;
  const terms = words.map((word) => `"${word.slice(0, 3)}"*`);
  return `workspace_id : "${workspaceId}" AND - workspace_id : (${terms.join(" OR ")})`;
}
