import { changeSite } from "#app/domain/sites/change-site.server.ts";
import { createSite } from "#app/domain/sites/create-site.server.ts";
import { readStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { listRecentEvents } from "#app/domain/sites/list-recent-events.server.ts";
import { listSites } from "#app/domain/sites/list-sites.server.ts";
import { readSite } from "#app/domain/sites/read-site.server.ts";
import { removeSite } from "#app/domain/sites/remove-site.server.ts";
import { renewSiteKey } from "#app/domain/sites/renew-site-key.server.ts";
import { switchSite } from "#app/domain/sites/switch-site.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "shoppers:read" } as const;
const writes = { needs: "shoppers:write" } as const;
const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
type Home = { shop: { siteId: string } };
const ofSite = {
  fields: { id: "text" },
  input: (home: Home) => ({ id: home.shop.siteId }),
  foreign: (other: Home) => ({ id: other.shop.siteId }),
  foreignAnswer: "not_found",
} as const;
const site = { name: "Loja", kind: "web", domains: ["shop.example", "*.shop.example"] };
const siteFields = {
  name: "text",
  kind: "choice",
  domains: "list",
  consentMode: "optionalChoice",
  samplePercent: "optionalNumber",
  sessionIdleMinutes: "optionalNumber",
  honoursPrivacySignals: "optionalBoolean",
} as const;

export const sitesVerbs: AreaVerbs = {
  verbs: {
    listSites: { run: listSites, ...reads, fields: page },
    readSite: { run: readSite, ...reads, ...ofSite },
    readStatistics: { run: readStatistics, ...reads, ...ofSite, fields: { id: "text", days: "optionalNumber" } },
    listRecentEvents: { run: listRecentEvents, ...reads, ...ofSite, fields: { id: "text", limit: "optionalNumber" } },
    createSite: { run: createSite, ...writes, input: () => site, fields: siteFields },
    changeSite: {
      run: changeSite,
      ...writes,
      ...ofSite,
      input: (home) => ({ ...site, id: home.shop.siteId, version: 1 }),
      foreign: (other) => ({ ...site, id: other.shop.siteId, version: 1 }),
      fields: { ...siteFields, id: "text", version: "number" },
    },
    switchSite: {
      run: switchSite,
      ...writes,
      ...ofSite,
      input: (home) => ({ id: home.shop.siteId, isEnabled: false }),
      foreign: (other) => ({ id: other.shop.siteId, isEnabled: false }),
      fields: { id: "text", isEnabled: "flag" },
    },
    renewSiteKey: { run: renewSiteKey, ...writes, ...ofSite },
    removeSite: {
      run: removeSite,
      ...writes,
      ...ofSite,
      input: (home) => ({ id: home.shop.siteId, name: "Loja" }),
      foreign: (other) => ({ id: other.shop.siteId, name: "Loja" }),
      fields: { id: "text", name: "text" },
    },
  },
  helpers: ["findSite", "findSiteByKey", "findSiteOfPage", "readSiteSettings", "workspacesWithSites"],
  systemWork: [],
};
