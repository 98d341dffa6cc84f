import { changeListingTextSchema, listAnalysesSchema, listTextChangesSchema } from "#app/domain/listing-analysis/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "catalog", needs: "catalog:read" } as const;
const writes = { tag: "catalog", needs: "catalog:write" } as const;

/** Analyses of listings, and the words that marketplaces are told. */
export const analysisOperations: readonly Operation[] = [
  {
    ...reads,
    id: "listAnalyses",
    method: "get",
    path: "/listings/{id}/analyses",
    query: listAnalysesSchema.omit({ listingId: true }),
    answer: { kind: "page", of: "AnalysisRow" },
  },
  {
    ...writes,
    id: "analyseListing",
    method: "post",
    path: "/listings/{id}/analyses",
    status: 201,
    answer: { kind: "one", of: "Analysed" },
  },
  { ...reads, id: "readAnalysis", method: "get", path: "/listing-analyses/{id}", answer: { kind: "one", of: "Analysis" } },
  {
    ...reads,
    id: "listTextChanges",
    method: "get",
    path: "/listings/{id}/texts",
    query: listTextChangesSchema.omit({ listingId: true }),
    answer: { kind: "page", of: "TextChange" },
  },
  {
    ...writes,
    id: "changeListingText",
    method: "post",
    path: "/listings/{id}/texts",
    body: changeListingTextSchema.omit({ listingId: true }),
    status: 201,
    answer: { kind: "one", of: "TextChange" },
  },
  { ...writes, id: "undoListingText", method: "delete", path: "/listing-texts/{id}", answer: { kind: "one", of: "TextChange" } },
  { ...reads, id: "readTextEffect", method: "get", path: "/listing-texts/{id}/effect", answer: { kind: "one", of: "TextEffect" } },
];
