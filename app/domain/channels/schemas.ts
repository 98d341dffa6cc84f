import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { vendors } from "./ports.ts";
import type { Competition, ListingQuality, PriceReference } from "./remote.ts";

const id = z.string("fieldInvalid").min(1, "required").max(64, "fieldInvalid");

export const channelIdSchema = z.object({ id });

export const startConnectionSchema = z.object({
  vendor: z.enum(vendors, "fieldInvalid"),
  /** The marketplace's country; the vendor's first one when left out. */
  site: z.string("fieldInvalid").max(10, "fieldInvalid").optional(),
  /** Authorise this channel again instead of adding one. */
  channelId: id.optional(),
});

export const finishConnectionSchema = z.object({
  vendor: z.enum(vendors, "fieldInvalid"),
  /** The question part of the address that the vendor sent the browser to. */
  query: z.string("fieldInvalid").max(4_000, "fieldInvalid"),
});

/** Of the shops that one consent covers, those that are to become channels. */
export const connectShopsSchema = z.object({
  id,
  accountRefs: z.array(id, "fieldInvalid").min(1, "required").max(100, "fieldInvalid"),
});

export const pauseChannelSchema = z.object({ id, paused: z.boolean("fieldInvalid") });

/** Whether the marketplace is told how many the warehouses have to sell. */
export const setStockSourceSchema = z.object({ id, fromWarehouse: z.boolean("fieldInvalid") });

export const stockDriftSchema = pageSchema.extend({
  id,
  /** Also listings that show what they should. */
  all: z.enum(["true", "false"], "fieldInvalid").default("false"),
});

export const disconnectChannelSchema = z.object({
  id,
  /** What the channel brought: kept to be read on, or erased with it. */
  data: z.enum(["keep", "erase"], "fieldInvalid"),
});

const extents = ["full", "recent"] as const;

export const requestSyncSchema = z.object({ id, extent: z.enum(extents, "fieldInvalid") });

export const resyncOneSchema = z.object({
  id,
  about: z.enum(["listing", "order"], "fieldInvalid"),
  ref: z.string("fieldInvalid").trim().min(1, "required").max(60, "fieldInvalid"),
});

const qualitySchema = z.object({
  score: z.number(),
  level: z.string(),
  issues: z.array(z.object({ key: z.string(), text: z.string(), harmful: z.boolean() })),
}) satisfies z.ZodType<ListingQuality>;
const competitionSchema = z.object({
  state: z.enum(["winning", "sharing", "competing", "listed"]),
  priceToWinCents: z.number().nullable(),
  winnerPriceCents: z.number().nullable(),
  reasons: z.array(z.string()),
}) satisfies z.ZodType<Competition>;
const referenceSchema = z.object({
  state: z.enum(["highest", "high", "ok", "lowest"]),
  suggestedCents: z.number().nullable(),
  lowestCents: z.number().nullable(),
}) satisfies z.ZodType<PriceReference>;

type Stored = { quality: unknown; competition: unknown; priceReference: unknown };
export type Verdicts = { quality: ListingQuality | null; competition: Competition | null; priceReference: PriceReference | null };

/** What the marketplace said of a listing, as it was stored; null when it said nothing, or something we no longer read. */
export function readVerdicts({ quality, competition, priceReference }: Stored): Verdicts {
  return {
    quality: qualitySchema.safeParse(quality).data ?? null,
    competition: competitionSchema.safeParse(competition).data ?? null,
    priceReference: referenceSchema.safeParse(priceReference).data ?? null,
  };
}
