import type { ServiceContext } from "#app/domain/context.ts";
import { analyseListing } from "#app/domain/listing-analysis/analyse-listing.server.ts";
import { changeListingText } from "#app/domain/listing-analysis/change-listing-text.server.ts";
import { findRewritable } from "#app/domain/listing-analysis/find-rewritable.server.ts";
import { listAnalyses } from "#app/domain/listing-analysis/list-analyses.server.ts";
import { listTextChanges } from "#app/domain/listing-analysis/list-text-changes.server.ts";
import { readAnalysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { readListingWords } from "#app/domain/listing-analysis/read-listing-words.server.ts";
import { readTextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { undoListingText } from "#app/domain/listing-analysis/undo-listing-text.server.ts";
import { scriptedChannels } from "../scripted-channel.ts";
import type { AreaVerbs } from "../verb-walk.ts";

/** A marketplace that takes every text. */
function withTexts(ctx: ServiceContext): ServiceContext {
  return { ...ctx, ports: { ...ctx.ports, channelDoor: scriptedChannels() } };
}

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const reads = { needs: "catalog:read" } as const;
const writes = { needs: "catalog:write" } as const;
const refused = { foreignAnswer: "not_found" } as const;

export const analysisVerbs: AreaVerbs = {
  verbs: {
    analyseListing: {
      run: async (ctx, input: never) => analyseListing(ctx, input),
      ...writes,
      ...refused,
      input: (home) => ({ listingId: home.shop.listingId }),
      fields: { listingId: "text" },
      foreign: (other) => ({ listingId: other.shop.listingId }),
    },
    listAnalyses: {
      run: listAnalyses,
      ...reads,
      ...refused,
      input: (home) => ({ listingId: home.shop.listingId }),
      fields: { listingId: "text", ...page },
      foreign: (other) => ({ listingId: other.shop.listingId }),
    },
    readAnalysis: {
      run: readAnalysis,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.analysisId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.analysisId }),
    },
    listTextChanges: {
      run: listTextChanges,
      ...reads,
      ...refused,
      input: (home) => ({ listingId: home.shop.listingId }),
      fields: { listingId: "text", ...page },
      foreign: (other) => ({ listingId: other.shop.listingId }),
    },
    changeListingText: {
      run: async (ctx, input: never) => changeListingText(withTexts(ctx), input),
      ...writes,
      ...refused,
      input: (home) => ({ listingId: home.shop.listingId, field: "title", text: "Chaleira Acme" }),
      fields: { listingId: "text", field: "choice", text: "text" },
      foreign: (other) => ({ listingId: other.shop.listingId, field: "title", text: "Chaleira Acme" }),
    },
    undoListingText: {
      run: async (ctx, input: never) => undoListingText(withTexts(ctx), input),
      ...writes,
      ...refused,
      input: (home) => ({ id: home.shop.textChangeId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.textChangeId }),
    },
    readTextEffect: {
      run: readTextEffect,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.textChangeId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.textChangeId }),
    },
    readListingWords: {
      run: readListingWords,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.listingId }),
      foreign: (other) => ({ id: other.shop.listingId }),
    },
    findRewritable: { run: findRewritable, ...reads, input: () => ({ qualityBelow: 80, unsoldDays: 30, leastVisits: 0, most: 5 }) },
  },
  helpers: ["findFacts", "findTextChange"],
  systemWork: [],
};
