import { z } from "zod";
import { readStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { listSites } from "#app/domain/sites/list-sites.server.ts";
import { cents, id, moment, pageOf, paging } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

const counts = {
  visits: z.number(),
  pageViews: z.number(),
  visibleMs: z.number(),
  bounces: z.number(),
  orders: z.number(),
  orderCents: cents,
};
const totals = z.object({ ...counts, visitors: z.number() });
const rows = z.array(z.object({ value: z.string(), ...counts }));

export const listSitesTool = defineReadTool({
  name: "list_sites",
  title: { en: "Look at the sites", "pt-BR": "Olhar os sites" },
  description: "The shop's own sites whose visits are measured.",
  scope: "shoppers:read",
  input: z.object(paging),
  output: pageOf(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      domains: z.array(z.string()),
      isEnabled: z.boolean(),
      lastEventAt: moment.nullable(),
    }),
  ),
  run: (ctx, input) => listSites(ctx, input),
});

export const readSiteStatisticsTool = defineReadTool({
  name: "read_site_statistics",
  title: { en: "Look at a site's visits", "pt-BR": "Olhar as visitas de um site" },
  description: "Visits, pages, sources, devices and orders of one site over the last days, beside as many days before.",
  scope: "shoppers:read",
  input: z.object({
    siteId: id.describe("Of list_sites."),
    days: z.int("fieldInvalid").min(1, "fieldInvalid").max(366, "fieldInvalid").default(30),
  }),
  output: z.object({
    fromDay: z.string(),
    untilDay: z.string(),
    totals,
    before: totals,
    days: z.array(z.object({ day: z.string(), visits: z.number(), pageViews: z.number(), orders: z.number() })),
    top: z.object({ page: rows, landing: rows, referrer: rows, campaign: rows, device: rows, country: rows }),
  }),
  run: (ctx, { siteId, days }) => readStatistics(ctx, { id: siteId, days }),
});
