import type { RouterContextProvider } from "react-router";
import type { ListingAnswer } from "#app/components/catalog/listing-answer.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { decideLinks } from "#app/domain/catalog/decide-links.server.ts";
import { linkListing } from "#app/domain/catalog/link-listing.server.ts";
import { makeProducts } from "#app/domain/catalog/make-products.server.ts";
import { previewListingChange } from "#app/domain/catalog/preview-listing-change.server.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { type LinkDecision, type ListingChangeInput, linkDecisions } from "#app/domain/catalog/schemas.ts";
import { type ChangeKind, changeKinds } from "#app/domain/channels/remote.ts";
import { AppError } from "#app/domain/errors.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { parseMoney } from "#app/i18n/parse-money.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { readListingQuery } from "./list-query.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** Everything that is done to listings from the list, the sheet and their page. */
export async function answerListingForm(args: Args) {
  const { ctx } = requireMemberWho(args, "catalog:write");
  const form = await args.request.formData().catch(() => new FormData());
  const locale = args.context.get(localeContext);
  return tryVerb(args.context, () => answer(ctx, form, locale));
}

async function answer(ctx: ServiceContext, form: FormData, locale: Locale): Promise<ListingAnswer> {
  const intent = textOf(form, "intent");
  const ids = form.getAll("ids").filter((id) => typeof id === "string");
  const decision = linkDecisions.find((one): one is LinkDecision => one === intent);
  if (decision !== undefined) return { ok: true, intent: "decide", ...(await decideLinks(ctx, { ids, decision })) };
  switch (intent) {
    case "link":
      return { ok: true, intent, ...(await linkListing(ctx, { id: ids[0] ?? "", variantId: textOf(form, "variantId") })) };
    case "make":
      return { ok: true, intent, made: await makeProducts(ctx, { ids }) };
    case "preview":
      return { ok: true, intent, preview: await previewListingChange(ctx, changeOf(form, ids, locale)) };
    case "change":
      return { ok: true, intent, ...(await requestListingChange(ctx, changeOf(form, ids, locale))) };
    default:
      throw new AppError("invalid", "checkFields", { fields: { intent: "fieldInvalid" } });
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** With `matching`, the address of a list, all that it shows is meant instead of the ticked rows. */
function changeOf(form: FormData, listingIds: string[], locale: Locale): ListingChangeInput {
  const kind = changeKinds.find((one) => one === textOf(form, "kind")) ?? "price";
  const rule = textOf(form, "rule");
  const ending = textOf(form, "ending") === "90" ? "90" : "exact";
  const currency = textOf(form, "currency");
  const value = rule === "suggested" ? 0 : typedValue(textOf(form, "value"), { kind, rule, locale, currency });
  const { sort: _, ...matching } = readListingQuery(new URLSearchParams(textOf(form, "matching")));
  const chosen = form.has("matching") ? { matching } : { listingIds };
  return { ...chosen, kind, rule, value, ending, ...(currency === "" ? {} : { currency }) } as ListingChangeInput;
}

type Typed = { kind: ChangeKind; rule: string; locale: Locale; currency: string };

/** Percent is written with up to two digits behind the sign, like money; pieces are whole, and so is the number of a status. */
function typedValue(text: string, { kind, rule, locale, currency }: Typed): number {
  const money = /^[A-Z]{3}$/.test(currency) ? currency : "BRL";
  const value = parseMoney(text.replace("%", ""), locale, rule === "percent" ? "BRL" : kind === "price" ? money : "JPY");
  if (value === undefined) throw new AppError("invalid", "checkFields", { fields: { value: "fieldInvalid" } });
  return value;
}
