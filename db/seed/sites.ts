import { sites } from "#db/schema/sites.ts";
import { insert, type Write } from "#db/writes.ts";

/** The shop that the simulators serve on this machine, and one of the other workspace. */
export const demoSite = { id: "sit_demo_shop", name: "Demo shop", publicKey: "pk_local_demo_shop" };
export const otherSite = { id: "sit_other_shop", name: "Other shop", publicKey: "pk_local_other_shop" };

export function siteWrite(site: typeof demoSite, createdAt: number): Write {
  return insert(sites, {
    ...site,
    domains: ["127.0.0.1"],
    kind: "web",
    consentMode: "full",
    honoursPrivacySignals: true,
    maskSelectors: [".customer-name", "[data-private]"],
    keptParameters: ["category", "q", "utm_source", "utm_medium", "utm_campaign"],
    samplePercent: 100,
    sessionIdleMinutes: 60,
    retention: { rawDays: 30, sessionDays: 395, interactionDays: 730 },
    isEnabled: true,
    firstEventAt: null,
    lastEventAt: null,
    createdAt,
    updatedAt: createdAt,
  });
}
