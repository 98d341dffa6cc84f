import { type SQL, sql } from "drizzle-orm";
import { channelJoin, linkJoins, shopSplits } from "./shared.ts";
import type { Formula, Frame, Measure, Source } from "./source.ts";

const offers: Source = {
  from: () => sql`listings as l`,
  alias: "l",
  time: null,
  joins: { channels: channelJoin(sql`l.channel_id`), ...linkJoins },
  currency: { id: sql`l.currency` },
  splits: {
    ...shopSplits(sql`l.channel_id`),
    product: { id: sql`coalesce(v.product_id, l.channel_id || '/' || l.listing_ref)`, joins: ["variants"] },
    sku: { id: sql`coalesce(v.id, l.channel_id || '/' || l.listing_ref || '/' || l.model_ref)`, joins: ["variants"] },
    brand: { id: sql`coalesce(nullif(p.brand, ''), 'none')`, joins: ["variants", "products"] },
    category: { id: sql`coalesce(nullif(l.category_ref, ''), 'none')` },
    listing: { id: sql`l.id` },
    "listing-status": { id: sql`l.status` },
  },
};

/** The first of a listing's models stands for all of them: questions and reviews are about the listing. */
const aboutJoin =
  (table: SQL) =>
  ({ workspaceId }: Frame) =>
    sql`left join listings as l on l.id = (select first.id from listings as first
  where first.channel_id = ${table}.channel_id and first.listing_ref = ${table}.listing_ref and +first.workspace_id = ${workspaceId}
  order by first.model_ref limit 1) and l.workspace_id = ${workspaceId}`;

function about(table: SQL): Pick<Source, "joins" | "splits"> {
  const own = sql`${table}.channel_id || '/' || ${table}.listing_ref`;
  return {
    joins: { channels: channelJoin(sql`${table}.channel_id`), listings: aboutJoin(table), ...linkJoins },
    splits: {
      ...shopSplits(sql`${table}.channel_id`),
      listing: { id: sql`coalesce(l.id, ${own})`, joins: ["listings"] },
      product: { id: sql`coalesce(v.product_id, ${own})`, joins: ["listings", "variants"] },
    },
  };
}

const questions: Source = {
  from: () => sql`questions as u`,
  alias: "u",
  time: { unit: "moments", column: sql`u.asked_at` },
  ...about(sql`u`),
};
const openQuestions: Source = { ...questions, time: null, where: sql`u.state = 'open'` };

const reviewed = about(sql`r`);
const reviews: Source = {
  from: () => sql`reviews as r`,
  alias: "r",
  time: { unit: "moments", column: sql`r.written_at` },
  ...reviewed,
  splits: { ...reviewed.splits, rating: { id: sql`cast(r.rating as text)` } },
};

const advice: Source = {
  from: () => sql`recommendations as a`,
  alias: "a",
  time: null,
  where: sql`a.state = 'open'`,
  joins: { channels: channelJoin(sql`a.channel_id`) },
  splits: shopSplits(sql`nullif(a.channel_id, '')`),
};

const counted = (source: Source, where?: SQL): Measure => ({ source, value: sql`count(*)`, ...(where === undefined ? {} : { where }) });

export const listingFormulas = {
  "active-listings": { of: [counted(offers, sql`l.status = 'active'`)] },
  "paused-listings": { of: [counted(offers, sql`l.status = 'paused'`)] },
  "listings-out-of-stock": { of: [counted(offers, sql`l.stock <= 0`)] },
  "listing-quality": {
    of: [{ source: offers, value: sql`sum(l.quality_score)`, per: sql`count(*)`, where: sql`l.quality_score is not null` }],
  },
  "listing-price": {
    of: [{ source: offers, value: sql`sum(l.price_cents)`, per: sql`count(*)`, where: sql`l.status <> 'closed'` }],
    isPerCurrency: true,
  },
  questions: { of: [counted(questions)] },
  "unanswered-questions": { of: [counted(openQuestions)] },
  "hours-to-answer": {
    of: [
      {
        source: questions,
        value: sql`sum(u.answered_at - u.asked_at)`,
        per: sql`count(*)`,
        where: sql`u.answered_at is not null`,
      },
    ],
    scale: 1 / 3_600_000,
  },
  reviews: { of: [counted(reviews)] },
  "average-rating": { of: [{ source: reviews, value: sql`sum(r.rating)`, per: sql`count(*)` }] },
  // Two stars or less, as `complaintStars` says.
  complaints: { of: [counted(reviews, sql`r.rating <= 2`)] },
  "open-recommendations": { of: [counted(advice)] },
} satisfies Record<string, Formula>;
