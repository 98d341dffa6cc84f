import { AppError, notFound } from "../errors.ts";
import { findSiteByKey } from "./find-site-by-key.server.ts";
import { isAllowedOrigin } from "./allowed-origin.ts";
import type { VisitorContext } from "../context.ts";
import type { SiteSettings } from "./ports.ts";

/** What a client has to know before it collects. It holds no secret: a page of another host is refused so that its owner notices. */
export async function readSiteSettings(
  visitor: Pick<VisitorContext, "orm" | "clock">,
  { key, origin }: { key: string; origin: string | null },
): Promise<SiteSettings> {
  const found = await findSiteByKey(visitor, key);
  if (found === undefined) throw notFound("site");
  const { site } = found;
  // Browsers leave the origin out when a page asks its own host, which only a site served by us does.
  if (origin !== null && !isAllowedOrigin(site, origin)) throw new AppError("forbidden", "originNotAllowed");
  if (!site.isEnabled) throw new AppError("gone", "sitePaused");
  const { consentMode, honoursPrivacySignals, samplePercent, maskSelectors, keptParameters } = site;
  return { consentMode, honoursPrivacySignals, samplePercent, maskSelectors, keptParameters };
}
