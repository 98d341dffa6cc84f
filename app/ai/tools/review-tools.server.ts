import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import { amendListing, withdrawAmendment } from "#app/domain/listing-analysis/amend-listing.server.ts";
import { textChangeIdOf } from "#app/domain/listing-analysis/text-change-row.ts";
import { decideReviewGap } from "#app/domain/reviews/decide-review-gap.server.ts";
import { noteSupplierIssue } from "#app/domain/reviews/note-supplier-issue.server.ts";
import { resolveSupplierIssue } from "#app/domain/reviews/resolve-supplier-issue.server.ts";
import { defineAct } from "./act.ts";

export const amendsListing = defineAct({
  name: "amend-listing",
  scope: "catalog:write",
  input: toolInputs["amend-listing"],
  async run(ctx, { listingId, gapId, sentence }, key) {
    const said = await amendListing(ctx, { id: listingId, sentence }, { id: textChangeIdOf(key) });
    // Buyers read it from now on: what they write afterwards shows whether it helped.
    await decideReviewGap(ctx, { id: gapId, state: "fixed" });
    return said;
  },
  async undo(ctx, { listingId, gapId, sentence }, _result, key) {
    await withdrawAmendment(ctx, { id: listingId, sentence }, { id: textChangeIdOf(key) });
    await decideReviewGap(ctx, { id: gapId, state: "open" });
  },
});

export const notesSupplierIssue = defineAct({
  name: "note-supplier-issue",
  scope: "service:write",
  input: toolInputs["note-supplier-issue"],
  run: (ctx, { gapId, note }) => noteSupplierIssue(ctx, { gapId, note }),
  async undo(ctx, { gapId }, result) {
    await resolveSupplierIssue(ctx, { id: String(result["issueId"]) });
    await decideReviewGap(ctx, { id: gapId, state: "open" });
  },
});
