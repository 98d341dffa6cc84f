import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { type Conclusion, conclude, examplesOf } from "../shared/conclude.ts";
import { decideListing } from "./decide-listing.ts";
import type { PricesSeen } from "./seen.ts";

type Settings = SettingsOf<"price-watch">;

/** Moves of what sells most first; what stays is told together by its reason, so that a log of thousands can be read. */
export function decidePrices(seen: PricesSeen, settings: Settings, nowMs: number): Outcome {
  const onSale = seen.signals.filter(({ status, stock }) => status === "active" && stock > 0);
  const judged = onSale
    .toSorted((one, other) => other.units30d - one.units30d || (one.id < other.id ? -1 : 1))
    .map((signal) => ({ signal, verdict: decideListing(signal, seen.offers.get(signal.gtin ?? "") ?? [], settings, nowMs) }));
  const alone = judged.flatMap(({ verdict }) => (verdict.kind === "alone" ? [verdict.conclusion] : []));
  const moves = alone.filter(({ proposal }) => proposal !== null);
  const told = alone.filter(({ proposal }) => proposal === null).slice(0, settings.mostMoves);
  const reasons = Map.groupBy(
    judged.flatMap(({ signal, verdict }) => (verdict.kind === "left" ? [{ title: signal.title, why: verdict.why }] : [])),
    ({ why }) => why,
  );
  const left = [...reasons].map(([why, listings]) => leftTogether(`price.left-${why}`, listings));
  return {
    decisions: [...moves.slice(0, settings.mostMoves), ...waiting(moves, settings), ...told, ...left, ...unread(seen, settings)],
    messages: [],
    memory: {},
    replaces: seen.hasMore ? [] : ["price:"],
  };
}

const nothing = { type: "listing" as const, id: "", label: "" };

function leftTogether(id: string, listings: readonly { title: string }[]): Conclusion {
  const facts = {
    listings: listings.length,
    examples: examplesOf(
      listings.map(({ title }) => title.slice(0, 50)),
      3,
    ),
  };
  return conclude({ id, version: 1 }, { verdict: "left", subject: nothing, facts });
}

function waiting(moves: readonly Conclusion[], { mostMoves }: Settings): Conclusion[] {
  const later = moves.slice(mostMoves);
  return later.length === 0
    ? []
    : [
        leftTogether(
          "price.left-for-later",
          later.map(({ subject }) => ({ title: subject.label })),
        ),
      ];
}

function unread({ feed, hasMore, signals }: PricesSeen, { offersFeed }: Settings): Conclusion[] {
  const all: Conclusion[] = [];
  if (feed === "unknown" || feed === "silent") {
    all.push(conclude({ id: `price.feed-${feed}`, version: 1 }, { verdict: "found", subject: nothing, facts: { feed: offersFeed } }));
  }
  if (hasMore)
    all.push(conclude({ id: "price.unseen", version: 1 }, { verdict: "left", subject: nothing, facts: { listings: signals.length } }));
  return all;
}
