import type { Retention, sites } from "#db/schema/sites.ts";
import { type ConsentMode, consentModes, type SiteKind, siteKinds } from "./kinds.ts";

export type Site = {
  id: string;
  name: string;
  publicKey: string;
  domains: string[];
  kind: SiteKind;
  consentMode: ConsentMode;
  honoursPrivacySignals: boolean;
  maskSelectors: string[];
  keptParameters: string[];
  samplePercent: number;
  sessionIdleMinutes: number;
  retention: Retention;
  isEnabled: boolean;
  firstEventAt: number | null;
  lastEventAt: number | null;
  createdAt: number;
  updatedAt: number;
  version: number;
};

export type SiteRow = typeof sites.$inferSelect;

/** A mode that is not known here collects the least. */
export function toSite({ workspaceId: _workspaceId, ...row }: SiteRow): Site {
  return {
    ...row,
    kind: siteKinds.find((one) => one === row.kind) ?? "web",
    consentMode: consentModes.find((one) => one === row.consentMode) ?? "none",
  };
}
