import type { MemoryValue } from "#app/domain/agents/memory-shapes.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { Subject } from "#app/domain/agents/outcome.ts";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { type Conclusion, conclude, examplesOf } from "../shared/conclude.ts";
import { driftFamilies, familyOf } from "./drift-families.ts";
import type { SeenChannel } from "./seen.ts";

const rules = {
  agree: { id: "sync.nothing-differs", version: 1 },
  grew: { id: "sync.drift-grew", version: 1 },
  shrank: { id: "sync.drift-shrank", version: 1 },
  tellAgain: { id: "sync.tell-again", version: 1 },
} as const;
const minuteMs = 60_000;
const validForMs = 30 * minuteMs;

type Memory = MemoryValue<"channels.drift">;

function channelSubject({ id, label }: Pick<SeenChannel, "id" | "label">): Subject {
  return { type: "channel", id, label };
}

/** Why listings of a channel show another number than can be sold, whether that gets better, and what helps. */
export function decideDrift(channel: SeenChannel, settings: SettingsOf<"sync">, known: Memory, nowMs: number): Conclusion[] {
  const subject = channelSubject(channel);
  const differing = channel.drifts.filter(({ reason }) => reason !== null);
  const trend = trendOf(channel, differing.length, known);
  if (differing.length === 0) return [conclude(rules.agree, { verdict: "left", subject, facts: { channel: channel.label } }), ...trend];
  const explained = driftFamilies.flatMap((family) => {
    const own = differing.filter(({ reason }) => reason !== null && familyOf(reason) === family);
    const [first] = own;
    if (first === undefined) return [];
    const facts = {
      channel: channel.label,
      listings: own.length,
      examples: examplesOf(own.map(({ sku, title }) => sku ?? title)),
      reasons: [...new Set(own.map(({ reason }) => reason ?? ""))].toSorted().join(", "),
      vendorText: (own.find(({ vendorText }) => vendorText !== null)?.vendorText ?? "").slice(0, 180),
      oldestMinutes: minutesSince(Math.min(...own.map(({ since }) => since)), nowMs),
    };
    return [conclude({ id: `sync.drift-${family}`, version: 1 }, { verdict: "found", subject, facts })];
  });
  return [...explained, ...trend, ...tellAgain(channel, differing, settings, nowMs)];
}

/** What was heard but not taken for long, and what never got through, may go through now. */
function tellAgain(channel: SeenChannel, differing: readonly StockDrift[], settings: SettingsOf<"sync">, nowMs: number): Conclusion[] {
  const stuck = differing.filter(({ reason, since }) => {
    const family = reason === null ? null : familyOf(reason);
    return (family === "passing" || family === "unreachable") && minutesSince(since, nowMs) >= settings.tellAgainAfterMinutes;
  });
  if (stuck.length === 0) return [];
  const facts = {
    channel: channel.label,
    listings: stuck.length,
    oldestMinutes: minutesSince(Math.min(...stuck.map(({ since }) => since)), nowMs),
    examples: examplesOf(stuck.map(({ sku, title }) => sku ?? title)),
  };
  const proposal = {
    key: `tell:${channel.id}`,
    call: { tool: "tell-stock" as const, input: { channelId: channel.id } },
    effect: { listings: stuck.length },
    group: null,
    validForMs,
  };
  return [conclude(rules.tellAgain, { verdict: "proposed", subject: channelSubject(channel), facts, proposal })];
}

function minutesSince(atMs: number, nowMs: number): number {
  return Math.round(Math.max(0, nowMs - atMs) / minuteMs);
}

function trendOf(channel: SeenChannel, listings: number, known: Memory): Conclusion[] {
  const before = known[channel.id]?.listings;
  if (before === undefined || before === listings) return [];
  const rule = listings > before ? rules.grew : rules.shrank;
  return [conclude(rule, { verdict: "found", subject: channelSubject(channel), facts: { channel: channel.label, before, listings } })];
}

export function driftMemory(channels: readonly SeenChannel[], known: Memory, nowMs: number): Memory {
  const now = channels.map(({ id, drifts }): [string, Memory[string]] => {
    const reasons: Record<string, number> = {};
    for (const { reason } of drifts) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
    return [id, { listings: drifts.filter(({ reason }) => reason !== null).length, reasons, lookedAtMs: nowMs }];
  });
  return { ...known, ...Object.fromEntries(now) };
}
