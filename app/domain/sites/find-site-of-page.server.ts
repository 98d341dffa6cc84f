import type { VisitorContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { isAllowedOrigin } from "./allowed-origin.ts";
import { findSiteByKey, type FoundSite } from "./find-site-by-key.server.ts";

/** The site with this public key, for a page that is one of its own. Refuses any other page, and one that does not say where it is. */
export async function findSiteOfPage(
  visitor: Pick<VisitorContext, "orm" | "clock">,
  { key, origin }: { key: string; origin: string | null },
): Promise<FoundSite> {
  const found = await findSiteByKey(visitor, key);
  if (found === undefined) throw notFound("site");
  if (!isAllowedOrigin(found.site, origin)) throw new AppError("forbidden", "originNotAllowed");
  return found;
}
