import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { type Conclusion, conclude, examplesOf, joinOutcomes } from "../shared/conclude.ts";
import { decideDrift, driftMemory } from "./decide-drift.ts";
import { decideOversell } from "./decide-oversell.ts";
import type { SyncSeen } from "./seen.ts";

const unseen = { id: "sync.unseen", version: 1 } as const;
const heardOf = { id: "sync.corrected-heard", version: 1 } as const;

export function decideSync(seen: SyncSeen, settings: SettingsOf<"sync">, nowMs: number): Outcome {
  const known = seen.drift.value;
  const memory =
    seen.channels.length === 0
      ? {}
      : { "channels.drift": { value: driftMemory(seen.channels, known, nowMs), basedOn: seen.drift.version } };
  return joinOutcomes([
    decideOversell(seen, settings),
    ...seen.channels.map((channel) => ({ decisions: decideDrift(channel, settings, known, nowMs), replaces: [`tell:${channel.id}`] })),
    { decisions: [...correctedGoods(seen), ...unseenChannels(seen)], memory },
  ]);
}

/** Whoever said that goods were corrected reads that it was looked at. */
function correctedGoods({ heard, channels }: SyncSeen): Conclusion[] {
  return heard.flatMap((one) => {
    if (one.type !== "stock-corrected") return [];
    const listings = channels.reduce((sum, { drifts }) => sum + drifts.filter(({ reason }) => reason !== null).length, 0);
    const facts = { skus: one.body.skus.length, listings, askedBy: one.from };
    return [conclude(heardOf, { verdict: "found", subject: { type: "zone" as const, id: one.body.zoneId, label: "" }, facts })];
  });
}

function unseenChannels({ unseen: names, channels }: SyncSeen): Conclusion[] {
  const cut = channels.filter(({ hasMore }) => hasMore).map(({ label }) => label);
  const all = [...names, ...cut];
  if (all.length === 0) return [];
  const facts = { channels: all.length, examples: examplesOf(all) };
  return [conclude(unseen, { verdict: "left", subject: { type: "channel", id: "", label: examplesOf(all, 1) }, facts })];
}
