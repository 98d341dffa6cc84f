/** web: pages with an address of their own. app: React Native and Electron, which have none. */
export const siteKinds = ["web", "app"] as const;
export type SiteKind = (typeof siteKinds)[number];

/**
 * none: nothing leaves before a yes. cookieless: nothing is ever kept in the browser, whatever was answered.
 * full: as cookieless before a yes, and after it with an id that is kept.
 */
export const consentModes = ["none", "cookieless", "full"] as const;
export type ConsentMode = (typeof consentModes)[number];
