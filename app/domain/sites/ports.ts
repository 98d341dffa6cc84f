import type { ConsentMode } from "./kinds.ts";

/** One of the last things a site sent, as its page shows it: what came, from where, and whether it was kept. */
export type RecentEvent = {
  id: string;
  type: string;
  /** When it happened, by our clock. */
  at: number;
  receivedAt: number;
  path: string;
  /** The step, the product, the words looked for: whatever it was about; null where it says nothing. */
  about: string | null;
  consent: "unknown" | "granted" | "denied" | "withdrawn";
  sdk: "web" | "react-native" | "electron";
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
