import {
  changeSiteSchema,
  createSiteSchema,
  listSitesSchema,
  recentEventsSchema,
  removeSiteSchema,
  switchSiteSchema,
} from "#app/domain/sites/schemas.ts";
import { readStatisticsSchema } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import type { Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;
const site = { kind: "one", of: "Site" } as const;
const reads = { tag: "shoppers", needs: "shoppers:read" } as const;
const writes = { tag: "shoppers", needs: "shoppers:write" } as const;

/** Where shoppers are seen. */
export const sitesOperations: readonly Operation[] = [
  { id: "listSites", method: "get", path: "/sites", ...reads, query: listSitesSchema, answer: { kind: "page", of: "Site" } },
  {
    id: "readStatistics",
    method: "get",
    path: "/sites/{id}/statistics",
    ...reads,
    query: readStatisticsSchema.omit({ id: true }),
    answer: { kind: "one", of: "SiteStatistics" },
  },
  {
    id: "createSite",
    method: "post",
    path: "/sites",
    ...writes,
    body: createSiteSchema,
    status: 201,
    answer: { kind: "one", of: "MadeSite" },
  },
  { id: "readSite", method: "get", path: "/sites/{id}", ...reads, answer: site },
  { id: "changeSite", method: "put", path: "/sites/{id}", ...writes, body: changeSiteSchema.omit({ id: true }), answer: site },
  { id: "removeSite", method: "delete", path: "/sites/{id}", ...writes, body: removeSiteSchema.omit({ id: true }), answer: done },
  { id: "switchSite", method: "post", path: "/sites/{id}/switch", ...writes, body: switchSiteSchema.omit({ id: true }), answer: done },
  { id: "renewSiteKey", method: "post", path: "/sites/{id}/key", ...writes, answer: { kind: "one", of: "SiteKey" } },
  {
    id: "listRecentEvents",
    method: "get",
    path: "/sites/{id}/recent",
    ...reads,
    query: recentEventsSchema.omit({ id: true }),
    answer: { kind: "page", of: "RecentEvent" },
  },
];
