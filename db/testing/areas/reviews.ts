import { decideReviewGap } from "#app/domain/reviews/decide-review-gap.server.ts";
import { countReviewGaps, listReviewGaps } from "#app/domain/reviews/list-review-gaps.server.ts";
import { listSupplierIssues } from "#app/domain/reviews/list-supplier-issues.server.ts";
import { noteSupplierIssue } from "#app/domain/reviews/note-supplier-issue.server.ts";
import { resolveSupplierIssue } from "#app/domain/reviews/resolve-supplier-issue.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;

export const reviewsVerbs: AreaVerbs = {
  verbs: {
    listReviewGaps: {
      run: listReviewGaps,
      needs: "service:read",
      fields: { ...page, state: "optionalChoice", productId: "optionalText", listingId: "optionalText", target: "optionalChoice" },
      foreign: (other) => ({ productId: other.shop.productId }),
    },
    countReviewGaps: { run: countReviewGaps, needs: "service:read" },
    decideReviewGap: {
      run: decideReviewGap,
      needs: "service:write",
      input: (home) => ({ id: home.shop.gapId, state: "fixing" }),
      fields: { id: "text", state: "choice" },
      foreign: (other) => ({ id: other.shop.gapId, state: "fixing" }),
      foreignAnswer: "not_found",
    },
    noteSupplierIssue: {
      run: noteSupplierIssue,
      needs: "service:write",
      input: (home) => ({ gapId: home.shop.gapId, note: "A vedação vaza." }),
      fields: { gapId: "text", note: "text" },
      foreign: (other) => ({ gapId: other.shop.gapId, note: "A vedação vaza." }),
      foreignAnswer: "not_found",
    },
    listSupplierIssues: { run: listSupplierIssues, needs: "service:read", fields: { ...page, state: "optionalChoice" } },
    resolveSupplierIssue: {
      run: resolveSupplierIssue,
      needs: "service:write",
      input: (home) => ({ id: home.shop.issueId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.issueId }),
      foreignAnswer: "not_found",
    },
  },
  helpers: ["findGap", "mentionOf", "subjectsOf"],
  // Agents alone write into listings for a complaint; people change listings where they see them whole.
  systemWork: ["amendListing", "refreshReviewGaps", "withdrawAmendment"],
};
