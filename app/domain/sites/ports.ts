import type { ConsentMode } from "./kinds.ts";

/** What a client is told before it collects. */
export type SiteSettings = {
  consentMode: ConsentMode;
  honoursPrivacySignals: boolean;
  samplePercent: number;
  maskSelectors: string[];
  keptParameters: string[];
};
