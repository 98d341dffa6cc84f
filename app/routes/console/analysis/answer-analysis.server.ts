import { redirect } from "react-router";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { textFields } from "#app/domain/channels/remote.ts";
import { AppError } from "#app/domain/errors.ts";
import { analyseListing } from "#app/domain/listing-analysis/analyse-listing.server.ts";
import { changeListingText } from "#app/domain/listing-analysis/change-listing-text.server.ts";
import { undoListingText } from "#app/domain/listing-analysis/undo-listing-text.server.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

type Args = Parameters<typeof requireMemberWho>[0] & { params: { id: string } };

/** What the page of an analysis can be asked: to analyse, to tell a text or a price, to take a text back. */
export async function answerAnalysis(args: Args) {
  const { ctx } = requireMemberWho(args, "catalog:write");
  const listingId = args.params.id;
  const form = await formFields(args.request, "intent", "field", "text", "before", "analysisId", "priceCents", "id");
  return tryVerb(args.context, async () => {
    switch (form.intent) {
      case "analyse": {
        const { id } = await analyseListing(ctx, { listingId });
        throw redirect(`/listings/${listingId}/analyses?shown=${id}`);
      }
      case "text": {
        const field = textFields.find((one) => one === form.field);
        if (field === undefined) throw new AppError("invalid", "checkFields");
        // Browsers send line breaks of forms as two characters.
        const [text, before] = [form.text, form.before].map((one) => one.replaceAll("\r\n", "\n"));
        const change = await changeListingText(ctx, {
          listingId,
          field,
          text: text ?? "",
          before,
          analysisId: form.analysisId || undefined,
        });
        return { ok: true as const, did: "text" as const, reason: change.reason, vendorText: change.vendorText };
      }
      case "price": {
        const value = Number(form.priceCents);
        const { id } = await requestListingChange(ctx, { listingIds: [listingId], kind: "price", rule: "set", value });
        return { ok: true as const, did: "price" as const, changeId: id };
      }
      case "undo": {
        const { reason, vendorText } = await undoListingText(ctx, { id: form.id });
        return { ok: true as const, did: "undo" as const, reason, vendorText };
      }
      default:
        throw new AppError("invalid", "checkFields");
    }
  });
}
