import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { analyseByRules } from "#app/domain/listing-analysis/analyse-by-rules.ts";
import { objectionTo } from "#app/domain/listing-analysis/check-text.ts";
import type { AnalysisFacts } from "#app/domain/listing-analysis/facts.ts";
import { findRewritable } from "#app/domain/listing-analysis/find-rewritable.server.ts";
import { textRules } from "#app/domain/listing-analysis/marketplace-texts.ts";
import { analyseData } from "#app/domain/listing-analysis/prompts/analyse.ts";
import { type ListingWords, readListingWords } from "#app/domain/listing-analysis/read-listing-words.server.ts";
import { type TextField, textFields } from "#app/domain/channels/remote.ts";
import type { Eyes } from "../brain.ts";
import { type Copy, copyInstructions, copyPrompt, copySchema } from "./prompt.ts";
import type { Author, CopySeen, SeenListing, SeenRewrite } from "./seen.ts";

/** A model costs money: it is asked here, once a listing and run, and what it answered is part of what is decided on and written down. */
export async function observeListings(eyes: Eyes<SettingsOf<"copy-master">>): Promise<CopySeen> {
  const { ctx, settings, messages, recall, mayLook } = eyes;
  const rewrites = await recall("copy.rewrites");
  const { qualityBelow, unsoldDays, leastVisits, mostListings, againAfterDays } = settings;
  const found = await findRewritable(ctx, { qualityBelow, unsoldDays, leastVisits, most: mostListings * 4 });
  const since = ctx.clock.now() - againAfterDays * 86_400_000;
  const due = found.filter(({ id }) => (rewrites.value[id]?.proposedAtMs ?? 0) <= since);
  const listings: SeenListing[] = [];
  const wanted = due.slice(0, mostListings);
  eyes.looksAhead(wanted.length);
  for (const { id } of wanted) {
    if (!mayLook()) break;
    listings.push(await lookAt(ctx, await readListingWords(ctx, { id })));
  }
  return { listings, unseen: Math.max(0, due.length - listings.length), heard: messages, rewrites };
}

async function lookAt(ctx: ServiceContext, { facts, qualityScore, judged }: ListingWords): Promise<SeenListing> {
  const { listing } = facts;
  const answer = await ctx.ports.models.ask(ctx, {
    purpose: "copy",
    prompt: { ...copyPrompt, instructions: copyInstructions(facts), data: analyseData(facts) },
    schema: copySchema,
    ...(ctx.runId === undefined ? {} : { once: `${ctx.runId}:${listing.id}` }),
  });
  const byModel: Author | null =
    answer.source === "model"
      ? { source: "model", provider: answer.provider, model: answer.model, callId: answer.callId, promptVersion: copyPrompt.version }
      : null;
  const copy: Copy | null = answer.source === "model" ? answer.value : null;
  const byRules: Author = { source: "rules", reason: answer.source === "model" ? "malformed" : answer.reason };
  const rewrites: SeenRewrite[] = [];
  const leftOut: SeenListing["leftOut"][number][] = [];
  for (const field of textFields) {
    const wanted = copy?.[field].trim() ?? "";
    const objection = wanted === "" ? null : objectionTo(field, wanted, facts);
    if (objection !== null) leftOut.push({ field, ...objection });
    const own = field === "title" ? judged.titles[0]?.text : judged.description?.text;
    const isByModel = byModel !== null && wanted !== "" && objection === null;
    const text = isByModel ? wanted : own;
    if (text !== undefined) rewrites.push(rewriteOf(facts, field, text, isByModel ? byModel : byRules));
  }
  return {
    id: listing.id,
    title: listing.title,
    qualityScore,
    visits30d: listing.visits30d,
    units30d: listing.units30d,
    score: judged.score,
    missingDetails: judged.points.filter(({ area, severity }) => area === "attributes" && severity === "wrong").length,
    isTitleLocked: textRules[listing.vendor].locksTitleAfterSale && listing.sold > 0,
    suspicious: judged.suspicious.length,
    rewrites,
    leftOut,
  };
}

/** How the same rules would judge the listing with these words. */
function rewriteOf(facts: AnalysisFacts, field: TextField, after: string, author: Author): SeenRewrite {
  const { listing } = facts;
  const scoreAfter = analyseByRules({ ...facts, listing: { ...listing, [field]: after } }).score;
  return { field, before: (field === "title" ? listing.title : listing.description) ?? "", after, author, scoreAfter };
}
