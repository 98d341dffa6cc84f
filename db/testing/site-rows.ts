import { sites } from "#db/schema/sites.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";
import { publicChatWrites } from "./public-chat-rows.ts";

/** A web site that collects, with a public key that nobody else has, and whose visitors may ask. */
export function siteWrites({ siteId }: { siteId: string }): Write[] {
  return [
    insert(sites, {
      id: siteId,
      name: "Loja",
      publicKey: `pk_${siteId}`,
      domains: ["shop.example"],
      kind: "web",
      consentMode: "full",
      honoursPrivacySignals: true,
      maskSelectors: [],
      keptParameters: ["q"],
      samplePercent: 100,
      sessionIdleMinutes: 60,
      retention: { rawDays: 30, sessionDays: 395, interactionDays: 730 },
      isEnabled: true,
      firstEventAt: null,
      lastEventAt: null,
      createdAt: stageStartMs,
      updatedAt: stageStartMs,
    }),
    ...publicChatWrites({ siteId }),
  ];
}
