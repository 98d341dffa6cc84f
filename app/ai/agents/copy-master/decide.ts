import type { Facts, Outcome, Subject } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { type Conclusion, conclude, joinOutcomes } from "../shared/conclude.ts";
import type { Author, CopySeen, SeenListing, SeenRewrite } from "./seen.ts";

const rules = {
  title: { id: "copy-master.rewrite-title", version: 1 },
  description: { id: "copy-master.rewrite-description", version: 1 },
  detailsFirst: { id: "copy-master.details-first", version: 1 },
  locked: { id: "copy-master.title-locked", version: 1 },
  nothing: { id: "copy-master.nothing-better", version: 1 },
  leftOut: { id: "copy-master.left-out", version: 1 },
  suspicious: { id: "copy-master.suspicious", version: 1 },
  unseen: { id: "copy-master.unseen", version: 1 },
} as const;

const dayMs = 86_400_000;
const validForMs = 14 * dayMs;
/** A note that is older says nothing any more. */
const rememberedForMs = 365 * dayMs;

/** What to propose for each listing that was looked at. Words that were proposed a while ago are left for that while. */
export function decideCopy(seen: CopySeen, settings: SettingsOf<"copy-master">, nowMs: number): Outcome {
  const parts = seen.listings.map((listing) => ({
    decisions: decideListing(listing, settings),
    replaces: [`copy:title:${listing.id}`, `copy:description:${listing.id}`],
  }));
  const unseen =
    seen.unseen === 0
      ? []
      : [conclude(rules.unseen, { verdict: "left", subject: { type: "listing", id: "", label: "" }, facts: { listings: seen.unseen } })];
  return joinOutcomes([...parts, { decisions: unseen, memory: memoryOf(seen, nowMs) }]);
}

function memoryOf({ listings, rewrites }: CopySeen, nowMs: number): Outcome["memory"] {
  if (listings.length === 0) return {};
  const kept = Object.entries(rewrites.value).filter(([, { proposedAtMs }]) => proposedAtMs > nowMs - rememberedForMs);
  const value = { ...Object.fromEntries(kept), ...Object.fromEntries(listings.map(({ id }) => [id, { proposedAtMs: nowMs }])) };
  return { "copy.rewrites": { value, basedOn: rewrites.version } };
}

function decideListing(listing: SeenListing, { leastGain }: SettingsOf<"copy-master">): Conclusion[] {
  const subject: Subject = { type: "listing", id: listing.id, label: listing.title };
  const about = factsOf(listing);
  const found: Conclusion[] = [];
  const find = (rule: { id: string; version: number }, facts: Facts, verdict: "found" | "left" = "found") =>
    found.push(conclude(rule, { verdict, subject, facts }));
  if (listing.suspicious > 0) find(rules.suspicious, { ...about, suspicious: listing.suspicious });
  for (const { field, reason, detail } of listing.leftOut) find(rules.leftOut, { ...about, field, reason, detail: detail.slice(0, 120) });
  if (listing.missingDetails > 0) find(rules.detailsFirst, { ...about, missing: listing.missingDetails });
  const title = listing.rewrites.find(({ field }) => field === "title");
  if (title !== undefined && listing.isTitleLocked) find(rules.locked, about, "left");
  const worth = listing.rewrites.filter(
    ({ field, before, after, scoreAfter }) =>
      before !== after &&
      scoreAfter - listing.score >= leastGain &&
      !(field === "title" && (listing.isTitleLocked || listing.missingDetails > 0)),
  );
  if (worth.length === 0) find(rules.nothing, about, "left");
  return [...found, ...worth.map((one) => propose(listing, subject, one))];
}

function propose(listing: SeenListing, subject: Subject, { field, before, after, author, scoreAfter }: SeenRewrite): Conclusion {
  return conclude(rules[field], {
    verdict: "proposed",
    subject,
    facts: { ...factsOf(listing), ...authorFacts(author) },
    proposal: {
      key: `copy:${field}:${listing.id}`,
      call: { tool: "rewrite-listing", input: { listingId: listing.id, field, before, after } },
      effect: { score: listing.score, scoreAfter },
      group: null,
      validForMs,
    },
  });
}

function factsOf({ title, score, qualityScore, visits30d, units30d }: SeenListing): Facts {
  return {
    listing: title.slice(0, 120),
    score,
    ...(qualityScore === null ? {} : { qualityScore }),
    ...(visits30d === null ? {} : { visits30d }),
    units30d,
  };
}

/** So that whoever reads the decision can find the very call it rests on. */
function authorFacts(author: Author): Facts {
  if (author.source === "rules") return { source: "rules", whyRules: author.reason };
  const { source, provider, model, callId, promptVersion } = author;
  return { source, provider, model, callId, promptVersion };
}
