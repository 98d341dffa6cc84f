import type { Retention } from "#db/schema/sites.ts";

/** web: pages with an address of their own. app: React Native and Electron, which have none. */
export const siteKinds = ["web", "app"] as const;
export type SiteKind = (typeof siteKinds)[number];

/**
 * none: nothing leaves before a yes. cookieless: nothing is ever kept in the browser, whatever was answered.
 * full: as cookieless before a yes, and after it with an id that is kept.
 */
export const consentModes = ["none", "cookieless", "full"] as const;
export type ConsentMode = (typeof consentModes)[number];

/** How long what is collected is kept where nobody says otherwise. */
export const usualRetention: Retention = { rawDays: 30, sessionDays: 395, interactionDays: 730 };
