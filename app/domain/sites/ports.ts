import type { ConsentMode } from "./kinds.ts";

/** One of the last things a site sent, as its page shows it. */
export type RecentEvent = {
  id: string;
  type: string;
  /** When it happened, by our clock. */
  at: number;
  path: string;
  /** Whose, for those who look at several visitors at once. */
  visitorKey: string;
  sessionId: string;
};

/** The sessions that are running: what a site sent last, before any of it is stored for good. */
export type VisitorSessions = {
  /** The newest first. */
  recent(workspaceId: string, siteId: string, limit: number): Promise<RecentEvent[]>;
};

/** What a client is told before it collects. */
export type SiteSettings = {
  consentMode: ConsentMode;
  honoursPrivacySignals: boolean;
  samplePercent: number;
  maskSelectors: string[];
  keptParameters: string[];
};
