import { z } from "zod";
import { movePrice } from "#app/domain/catalog/move-price.server.ts";
import { type ListingDetail, readListing } from "#app/domain/catalog/read-listing.server.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { onSale, paused } from "#app/domain/channels/remote.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { cents, id } from "./shapes.ts";
import { defineActTool } from "./tool.ts";

const listingId = id.describe("Of list_listings.");
const onTheWay = z.object({ changeId: z.string().describe("The marketplace is told in the background.") });

/** The listing as a preview names it; refused where its marketplace takes no such change. */
async function subjectOf(ctx: ServiceContext, listingId: string, kind: keyof ListingDetail["refusals"]) {
  const [t, listing] = await Promise.all([previewTexts(ctx), readListing(ctx, { id: listingId })]);
  if (listing.refusals[kind] !== null) throw new AppError("conflict", "nothingToChange");
  const subject = listing.modelName === "" ? listing.title : `${listing.title} (${listing.modelName})`;
  return { t, listing, names: { subject, channel: listing.channel?.name ?? t("previews.unknownChannel") } };
}

export const changePriceTool = defineActTool({
  name: "change_price",
  title: { en: "Change a price", "pt-BR": "Mudar um preço" },
  description: "Sets the price buyers pay for one listing, in the listing's own currency.",
  scope: "catalog:write",
  askScope: "catalog:read",
  effect: "destructive",
  isIdempotent: true,
  input: z.object({
    listingId,
    priceCents: z.int("moneyInvalid").min(1, "moneyInvalid").max(100_000_000_00, "moneyInvalid").describe("18990 BRL is R$ 189,90."),
  }),
  output: z.object({ changeId: z.string(), priceCents: cents }),
  async run(ctx, { listingId, priceCents }, { key }) {
    const { priceCents: fromCents, currency } = await readListing(ctx, { id: listingId });
    return movePrice(ctx, { listingId, fromCents, toCents: priceCents, currency, key });
  },
  async preview(ctx, { listingId, priceCents }) {
    const { t, listing, names } = await subjectOf(ctx, listingId, "price");
    if (listing.priceCents === priceCents) throw new AppError("conflict", "nothingToChange");
    const money = (minor: number) => formatMoney(minor, listing.currency, ctx.locale);
    const values = { ...names, before: money(listing.priceCents), after: money(priceCents) };
    return { title: t("previews.price.title", values), effects: [t("previews.price.effect", values)] };
  },
});

type StatusTool = { act: "pause" | "resume"; name: string; title: Record<"en" | "pt-BR", string>; description: string };

/** Taking off sale and putting back are one tool that says two things: what it asks, what it refuses and what it tells. */
function listingStatusTool({ act, name, title, description }: StatusTool) {
  const [isAlready, value] = act === "pause" ? (["paused", paused] as const) : (["active", onSale] as const);
  return defineActTool({
    name,
    title,
    description,
    scope: "catalog:write",
    askScope: "catalog:read",
    effect: "destructive",
    isIdempotent: true,
    input: z.object({ listingId }),
    output: onTheWay,
    async run(ctx, { listingId }) {
      const { id: changeId } = await requestListingChange(ctx, { listingIds: [listingId], kind: "status", rule: "set", value });
      return { changeId };
    },
    async preview(ctx, { listingId }) {
      const { t, listing, names } = await subjectOf(ctx, listingId, "status");
      if (listing.status === isAlready) throw new AppError("conflict", "nothingToChange");
      const values = { ...names, price: formatMoney(listing.priceCents, listing.currency, ctx.locale) };
      return { title: t(`previews.${act}.title`, values), effects: [t(`previews.${act}.effect`, values)] };
    },
  });
}

export const pauseListingTool = listingStatusTool({
  act: "pause",
  name: "pause_listing",
  title: { en: "Pause a listing", "pt-BR": "Pausar um anúncio" },
  description: "Takes one listing off sale until it is resumed.",
});

export const resumeListingTool = listingStatusTool({
  act: "resume",
  name: "resume_listing",
  title: { en: "Put a listing back on sale", "pt-BR": "Reativar um anúncio" },
  description: "Puts a paused listing back on sale.",
});

export const setListingStockTool = defineActTool({
  name: "set_listing_stock",
  title: { en: "Change an offered stock", "pt-BR": "Mudar o estoque oferecido" },
  description: "Sets how many units one listing offers. The stock of the warehouse stays as it is.",
  scope: "catalog:write",
  askScope: "catalog:read",
  effect: "destructive",
  isIdempotent: true,
  input: z.object({ listingId, stock: z.int("fieldInvalid").min(0, "fieldInvalid").max(10_000_000, "fieldInvalid") }),
  output: onTheWay,
  async run(ctx, { listingId, stock }) {
    const { id: changeId } = await requestListingChange(ctx, { listingIds: [listingId], kind: "stock", rule: "set", value: stock });
    return { changeId };
  },
  async preview(ctx, { listingId, stock }) {
    const { t, listing, names } = await subjectOf(ctx, listingId, "stock");
    if (listing.stock === stock) throw new AppError("conflict", "nothingToChange");
    const values = { ...names, before: formatNumber(listing.stock, ctx.locale), after: formatNumber(stock, ctx.locale) };
    return { title: t("previews.stock.title", values), effects: [t("previews.stock.effect", values)] };
  },
});
