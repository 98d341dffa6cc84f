import { z } from "zod";
import type { createSite } from "#app/domain/sites/create-site.server.ts";
import { consentModes, siteKinds } from "#app/domain/sites/kinds.ts";
import type { SiteStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import type { RecentEvent } from "#app/domain/collect/ports.ts";
import type { renewSiteKey } from "#app/domain/sites/renew-site-key.server.ts";
import type { Site } from "#app/domain/sites/site-row.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();

const counts = {
  visits: whole,
  halfHourVisits: whole,
  pageViews: whole,
  visibleMs: whole,
  bounces: whole,
  orders: whole,
  orderCents: whole,
};
const totals = z.object({ ...counts, visitors: whole });
const rows = z.array(z.object({ value: text, ...counts }));

export const sitesAnswers = {
  MadeSite: exactly<Answer<typeof createSite>>()(z.object({ id: text, publicKey: text })),
  SiteKey: exactly<Answer<typeof renewSiteKey>>()(z.object({ publicKey: text })),
  Site: exactly<Site>()(
    z.object({
      id: text,
      name: text,
      publicKey: text,
      domains: z.array(text),
      kind: z.enum(siteKinds),
      consentMode: z.enum(consentModes),
      honoursPrivacySignals: z.boolean(),
      maskSelectors: z.array(text),
      keptParameters: z.array(text),
      samplePercent: whole,
      sessionIdleMinutes: whole,
      retention: z.object({ rawDays: whole, sessionDays: whole, interactionDays: whole }),
      isEnabled: z.boolean(),
      firstEventAt: whole.nullable(),
      lastEventAt: whole.nullable(),
      createdAt: whole,
      updatedAt: whole,
      version: whole,
    }),
  ),
  SiteStatistics: exactly<SiteStatistics>()(
    z.object({
      fromDay: text,
      untilDay: text,
      totals,
      before: totals,
      days: z.array(z.object({ day: text, visits: whole, pageViews: whole, orders: whole })),
      top: z.object({
        page: rows,
        landing: rows,
        exit: rows,
        referrer: rows,
        campaign: rows,
        device: rows,
        browser: rows,
        country: rows,
        hour: rows,
      }),
    }),
  ),
  RecentEvent: exactly<RecentEvent>()(
    z.object({
      id: text,
      type: text,
      at: whole,
      path: text,
      visitorKey: text,
      sessionId: text,
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
