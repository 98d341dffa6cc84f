import { eq, sql } from "drizzle-orm";
import { type Orm, preparedOnce } from "#db/client.server.ts";
import { sites } from "#db/schema/sites.ts";
import type { VisitorContext } from "../context.ts";
import { looksLikePublicKey } from "./public-key.ts";
import { type Site, toSite } from "./site-row.ts";

/** What was changed, paused or removed holds for the last batch after this. */
const longestMs = 60_000;
/** A key of nobody is asked for again and again by a page nobody cleans up. */
const mostKeys = 2_000;

/** A site and whose it is: whoever collects enters this workspace and no other. */
export type FoundSite = { workspaceId: string; site: Site };
type Kept = { found: FoundSite | undefined; readAtMs: number };

const known = new WeakMap<Orm, Map<string, Kept>>();

const byKey = preparedOnce((orm) =>
  orm
    .select()
    .from(sites)
    .where(eq(sites.publicKey, sql.placeholder("key")))
    .limit(1)
    .prepare(),
);

/** The site with this public key, as it was a minute ago at most; also one that is paused. Undefined where there is none. */
export async function findSiteByKey({ orm, clock }: Pick<VisitorContext, "orm" | "clock">, key: string): Promise<FoundSite | undefined> {
  if (!looksLikePublicKey(key)) return undefined;
  const kept = known.get(orm) ?? new Map<string, Kept>();
  known.set(orm, kept);
  const now = clock.now();
  const one = kept.get(key);
  if (one !== undefined && now >= one.readAtMs && now - one.readAtMs < longestMs) return one.found;
  const [row] = await byKey(orm).execute({ key });
  const found = row === undefined ? undefined : { workspaceId: row.workspaceId, site: toSite(row) };
  if (kept.size >= mostKeys) kept.clear();
  kept.set(key, { found, readAtMs: now });
  return found;
}
