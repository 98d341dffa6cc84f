import { mutate } from "#db/mutate.server.ts";
import type { AuditAction } from "../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { asksToTellStock } from "../stock-changed.ts";
import { bulkSubject, decidedByPerson, type LinkSet, linkWrites, listingsOf } from "./link-writes.server.ts";
import { variantNames } from "./listing-rows.server.ts";
import type { ListingRecord } from "./read-listing.server.ts";
import { decideLinksSchema, type LinkDecision } from "./schemas.ts";
import { asksForDemand } from "../warehouse/fulfil/events.ts";

const auditActions: Record<LinkDecision, AuditAction> = {
  confirm: "listing.linked",
  reject: "listing.unlinked",
  unlink: "listing.unlinked",
  ignore: "listing.ignored",
  reopen: "listing.unlinked",
};

/** Answers suggestions and takes links away, many at once. Those for which the decision means nothing are left alone. */
export async function decideLinks(
  ctx: ServiceContext,
  input: { ids: string[]; decision: LinkDecision },
): Promise<{ ids: string[]; decision: LinkDecision }> {
  requirePermission(ctx, "catalog:write");
  const { ids, decision } = parseInput(decideLinksSchema, input);
  const rows = await listingsOf(ctx, ids);
  if (rows.length === 0) throw notFound("listing");
  const known = await variantNames(
    ctx,
    rows.map((row) => row.suggestedVariantId),
  );
  const changes = rows.flatMap((row) => {
    const set = decide(row, decision, known);
    return set === null ? [] : [{ row, set }];
  });
  const changed = changes.map(({ row }) => row);
  if (changes.length === 0) return { ids: [], decision };
  await mutate(ctx, {
    writes: linkWrites(changes),
    audit: { action: auditActions[decision], subject: bulkSubject(changed), after: { decision, ids: changed.map((row) => row.id) } },
    events: [{ type: "data.changed", area: "listings" }],
    asksFor: [asksForDemand(ctx.workspaceId), asksToTellStock(ctx.workspaceId)],
  });
  return { ids: changed.map((row) => row.id), decision };
}

/** Null when there is nothing to decide: a suggestion that is no longer one, a link that is not there. */
function decide(row: ListingRecord, decision: LinkDecision, known: ReadonlyMap<string, unknown>): LinkSet | null {
  const { linkState, suggestedVariantId } = row;
  const free = { variantId: null, suggestedVariantId: null, suggestedBy: decidedByPerson };
  switch (decision) {
    case "confirm":
      return linkState === "suggested" && suggestedVariantId !== null && known.has(suggestedVariantId)
        ? { variantId: suggestedVariantId, linkState: "linked", suggestedVariantId: null, suggestedBy: decidedByPerson }
        : null;
    case "reject":
      return linkState === "suggested" ? { ...free, linkState: "unlinked" } : null;
    case "unlink":
      return linkState === "linked" ? { ...free, linkState: "unlinked" } : null;
    case "ignore":
      return linkState === "ignored" || linkState === "linked" ? null : { ...free, linkState: "ignored" };
    case "reopen":
      return linkState === "ignored" ? { ...free, linkState: "unlinked" } : null;
    default:
      return decision satisfies never;
  }
}
