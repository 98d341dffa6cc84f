import { eraseShoppers } from "#app/domain/collect/erase-shoppers.server.ts";
import { exportShoppers } from "#app/domain/collect/export-shoppers.server.ts";
import { listRejected } from "#app/domain/collect/list-rejected.server.ts";
import { readIngest } from "#app/domain/collect/read-ingest.server.ts";
import { resolveRejected } from "#app/domain/collect/resolve-rejected.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import { listOpenVisits, listShopperSessions, listSiteNames } from "#app/domain/interactions/list-sessions.server.ts";
import { readInteraction } from "#app/domain/interactions/read-interaction.server.ts";
import { readShopperSession, readVisitEvents } from "#app/domain/interactions/read-session.server.ts";
import { refusedLetter } from "../shopper-rows.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const reads = { needs: "shoppers:read" } as const;
const writes = { needs: "shoppers:write" } as const;
const refused = { foreignAnswer: "not_found" } as const;
const filters = { from: "optionalNumber", to: "optionalNumber", siteId: "optionalText", visitorKey: "optionalText" } as const;
const choices = { device: "optionalChoice", bots: "optionalChoice" } as const;

/** A refused event that waits, in the object of the site that is asked about. */
async function withLetter(ctx: ServiceContext, input: { siteId?: unknown }): Promise<void> {
  if (typeof input?.siteId !== "string" || !/^sit_\w{10,40}$/.test(input.siteId)) return;
  await ctx.ports.shopperRooms.refuse({ workspaceId: ctx.workspaceId, siteId: input.siteId }, [refusedLetter]);
}

async function firstLetter(ctx: ServiceContext, input: { id?: unknown; siteId?: unknown }): Promise<unknown> {
  if (input?.id !== "first" || typeof input.siteId !== "string") return input;
  const place = { workspaceId: ctx.workspaceId, siteId: input.siteId };
  const { data } = await ctx.ports.shopperRooms.letters(place, { limit: 1, before: undefined });
  return { ...input, id: data[0]?.letterId ?? "first" };
}

export const shoppersVerbs: AreaVerbs = {
  verbs: {
    listInteractions: {
      run: listInteractions,
      ...reads,
      fields: { ...page, ...filters, ...choices, kind: "optionalChoice", source: "optionalChoice", productId: "optionalText" },
    },
    readInteraction: {
      run: readInteraction,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.interactionId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.interactionId }),
    },
    listShopperSessions: { run: listShopperSessions, ...reads, fields: { ...page, ...filters, ...choices } },
    listOpenVisits: { run: listOpenVisits, ...reads },
    listSiteNames: { run: listSiteNames, ...reads },
    readShopperSession: {
      run: readShopperSession,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.visitId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.visitId }),
    },
    readVisitEvents: {
      run: readVisitEvents,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.visitId }),
      fields: { id: "text", most: "optionalNumber" },
      foreign: (other) => ({ id: other.shop.visitId }),
    },
    listProductShoppers: {
      run: listProductShoppers,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.productId }),
      fields: { id: "text", ...page, kind: "optionalChoice" },
      foreign: (other) => ({ id: other.shop.productId }),
    },
    readIngest: { run: readIngest, ...reads },
    listRejected: {
      run: listRejected,
      ...reads,
      ...refused,
      input: (home) => ({ siteId: home.shop.siteId }),
      fields: { siteId: "text", ...page },
      foreign: (other) => ({ siteId: other.shop.siteId }),
    },
    resolveRejected: {
      run: async (ctx, input: never) => {
        await withLetter(ctx, input);
        return resolveRejected(ctx, (await firstLetter(ctx, input)) as never);
      },
      ...writes,
      ...refused,
      input: (home) => ({ siteId: home.shop.siteId, id: "first", resolution: "dismiss" }),
      fields: { siteId: "text", resolution: "choice" },
      foreign: (other) => ({ siteId: other.shop.siteId, id: "let_x", resolution: "dismiss" }),
    },
    eraseShoppers: {
      run: eraseShoppers,
      ...writes,
      input: () => ({ visitorKey: "v_known", isDry: false }),
      fields: { visitorKey: "optionalText", siteId: "optionalText" },
      foreign: (other) => ({ siteId: other.shop.siteId, visitorKey: "v_known", isDry: false }),
      ...refused,
    },
    exportShoppers: { run: exportShoppers, ...writes, input: () => ({ visitorKey: "v_known" }), fields: { visitorKey: "optionalText" } },
  },
  helpers: [
    "admitBatch",
    "collectBatch",
    "dailyKey",
    "findSiteByKey",
    "forgetVectors",
    "lastingKey",
    "noteRemoved",
    "ofProduct",
    "removals",
    "requireSite",
    "seenPrices",
    "seenTrends",
  ],
  systemWork: [
    "describeVisit",
    "failSession",
    "forgetVisits",
    "keepSession",
    "linkSeenProducts",
    "readVisit",
    "removeOldVisits",
    "storeInteraction",
    "indexInteraction",
    "unfinishedVisits",
    "workspacesWithVisits",
  ],
};
