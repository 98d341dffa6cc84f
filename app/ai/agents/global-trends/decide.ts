import type { Facts, Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import { type Conclusion, conclude, examplesOf, type Rule } from "../shared/conclude.ts";
import type { SourceLook, TrendsSeen } from "./seen.ts";

type Settings = SettingsOf<"global-trends">;

const rule = (id: string): Rule => ({ id: `trends.${id}`, version: 1 });
const rules = {
  ownRising: rule("own-rising"),
  rising: rule("rising"),
  own: rule("own-falling"),
  new: rule("new"),
  quiet: rule("quiet"),
  silent: rule("source-silent"),
} as const;
const validForMs = 7 * 24 * 3_600_000;

/** What moves and has to do with own goods comes first, and is proposed; the rest is told. */
export function decideTrends({ trends, looks }: TrendsSeen, { mostOpportunities }: Settings): Outcome {
  const open = trends
    .filter(({ state }) => state === "open")
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const moving = open.filter(({ direction }) => direction !== "steady");
  const chances = moving.filter(({ direction }) => direction === "rising" || direction === "new").slice(0, mostOpportunities);
  const fading = moving.filter(({ direction, match }) => direction === "falling" && match !== null).slice(0, mostOpportunities);
  const quiet: Conclusion[] = moving.length > 0 ? [] : [quietly(trends, looks)];
  return {
    decisions: [...chances.map(chance), ...fading.map(fade), ...quiet, ...silent(looks)],
    messages: [],
    memory: {},
    replaces: ["trend:"],
  };
}

function subjectOf({ id, term }: Trend) {
  return { type: "trend" as const, id, label: term };
}

function factsOf({ term, region, changePercent, sureness, sources, match, firstDay, evidence }: Trend): Facts {
  return {
    term,
    region,
    ...(changePercent === null ? {} : { changePercent }),
    sureness,
    sources: sources.join(", "),
    firstSeen: firstDay,
    ...(match === null ? {} : { goods: match.label.slice(0, 120), matchPercent: match.percent, sharedWords: match.words.join(", ") }),
    examples: examplesOf(
      evidence.map(({ title }) => title.slice(0, 60)),
      3,
    ),
  };
}

function chance(trend: Trend): Conclusion {
  const by = trend.direction === "new" ? rules.new : trend.match === null ? rules.rising : rules.ownRising;
  return conclude(by, {
    verdict: "proposed",
    subject: subjectOf(trend),
    facts: factsOf(trend),
    proposal: {
      key: `trend:${trend.id}`,
      call: { tool: "note-opportunity", input: { trendId: trend.id } },
      effect: { term: trend.term },
      group: null,
      validForMs,
    },
  });
}

function fade(trend: Trend): Conclusion {
  return conclude(rules.own, { verdict: "found", subject: subjectOf(trend), facts: factsOf(trend) });
}

function quietly(trends: readonly Trend[], looks: readonly SourceLook[]): Conclusion {
  const facts = { terms: trends.length, sources: looks.filter(({ state }) => state === "read").length };
  return conclude(rules.quiet, { verdict: "left", subject: { type: "trend", id: "", label: "" }, facts });
}

function silent(looks: readonly SourceLook[]): Conclusion[] {
  const none = looks.filter(({ state }) => state === "silent");
  if (none.length === 0) return [];
  const facts = { sources: none.length, examples: examplesOf(none.map(({ source, region }) => `${source} ${region}`)) };
  return [conclude(rules.silent, { verdict: "found", subject: { type: "trend", id: "", label: "" }, facts })];
}
