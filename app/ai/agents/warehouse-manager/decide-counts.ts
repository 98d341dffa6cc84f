import type { AgentMessage } from "#app/domain/agents/messages.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import type { Messages } from "../brain.ts";
import { type Conclusion, conclude, examplesOf } from "../shared/conclude.ts";
import { byText, codeOf, isServing, type SeenZone, tasksUnderWay, zoneSubject } from "../shared/seen-zone.ts";
import type { ZoneWork } from "./seen.ts";

const rules = {
  oversold: { id: "manager.count-oversold", version: 1 },
  corrected: { id: "manager.count-corrected", version: 1 },
  contradicts: { id: "manager.count-contradicts", version: 1 },
  told: { id: "manager.stock-corrected", version: 1 },
} as const;
const priority = 60;
/** Longer than a look is apart: what was seen once is worth a count although the next look does not see it anew. */
const validForMs = 4 * 3_600_000;

type Suspect = { bin: ZoneBin; reason: "oversold" | "corrected" | "contradicts"; facts: Conclusion["facts"] };
type Look = { heard: Messages; work: ZoneWork | undefined; sinceMs: number; most: number };

/** Bins whose books are in doubt, each counted once: what was seen there, sold beyond it, or corrected again and again. */
export function decideCounts(zone: SeenZone, settings: SettingsOf<"warehouse-manager">, look: Look): Conclusion[] {
  const counted = new Set(
    tasksUnderWay(zone)
      .filter(({ kind }) => kind === "count" || kind === "approve")
      .map(({ fromBin }) => fromBin),
  );
  const seen = new Set<string>();
  return [...contradicting(zone), ...oversold(zone, look.heard), ...corrected(zone, settings, look)]
    .filter(({ bin }) => {
      const isNew = !seen.has(bin.id) && !counted.has(bin.id);
      seen.add(bin.id);
      return isNew;
    })
    .slice(0, look.most)
    .map((suspect) => countOf(zone, suspect));
}

/** Open picks that ask for more than the books say lies there. */
function contradicting(zone: SeenZone): Suspect[] {
  const picks = tasksUnderWay(zone).filter(({ kind, sku, fromBin }) => kind === "pick" && sku !== null && fromBin !== null);
  const byPlace = Map.groupBy(picks, ({ fromBin, sku }) => JSON.stringify([fromBin, sku]));
  return [...byPlace.values()].flatMap((own): Suspect[] => {
    const [first] = own;
    const bin = zone.bins.find(({ id }) => id === first?.fromBin);
    if (first?.sku == null || bin === undefined) return [];
    const asked = own.reduce((sum, { qty, doneQty }) => sum + qty - doneQty, 0);
    const there = bin.lines.filter(({ sku, status }) => sku === first.sku && status === "available").reduce((sum, { qty }) => sum + qty, 0);
    return asked <= there
      ? []
      : [{ bin, reason: "contradicts", facts: { sku: codeOf(zone, first.sku), unitsAsked: asked, unitsThere: there } }];
  });
}

/** The fullest bin of goods of which more is on sale than there is. */
function oversold(zone: SeenZone, heard: Messages): Suspect[] {
  return heard.flatMap((one): Suspect[] => {
    if (one.type !== "oversell-risk") return [];
    const { sku, shown, available } = one.body;
    const unitsOf = (bin: ZoneBin) => bin.lines.filter((line) => line.sku === sku).reduce((sum, { qty }) => sum + qty, 0);
    const [bin] = zone.bins.filter((place) => unitsOf(place) > 0).toSorted((a, b) => unitsOf(b) - unitsOf(a) || byText(a.id, b.id));
    if (bin === undefined) return [];
    return [
      { bin, reason: "oversold", facts: { sku: codeOf(zone, sku), unitsShown: shown, unitsAvailable: available, askedBy: one.from } },
    ];
  });
}

function corrected(zone: SeenZone, settings: SettingsOf<"warehouse-manager">, { work, sinceMs }: Look): Suspect[] {
  const byBin = Map.groupBy(work?.corrected ?? [], ({ binId }) => binId);
  return [...byBin].flatMap(([binId, own]): Suspect[] => {
    const bin = zone.bins.find(({ id }) => id === binId);
    const times = own.reduce((sum, { byHand }) => sum + byHand, 0);
    const isNews = own.some(({ byHand, lastAtMs }) => byHand > 0 && lastAtMs >= sinceMs);
    const isCounted = own.some((one) => one.counted > 0);
    if (bin === undefined || !isNews || isCounted || times < settings.suspectCorrections) return [];
    return [{ bin, reason: "corrected", facts: { corrections: times, examples: examplesOf(own.map(({ sku }) => codeOf(zone, sku))) } }];
  });
}

function countOf(zone: SeenZone, { bin, reason, facts }: Suspect): Conclusion {
  const proposal = {
    key: `count:${zone.id}:${bin.id}`,
    call: { tool: "plan-count" as const, input: { zoneId: zone.id, binId: bin.id, priority } },
    effect: { bin: bin.code },
    group: null,
    validForMs,
  };
  const subject = { type: "bin" as const, id: bin.id, label: bin.code };
  return conclude(rules[reason], { verdict: "proposed", subject, facts: { zone: zone.label, bin: bin.code, ...facts }, proposal });
}

/** Goods whose books were set right since the last look: whoever tells marketplaces has to know. */
export function tellCorrected(
  zone: SeenZone,
  work: ZoneWork | undefined,
  sinceMs: number,
): { decisions: Conclusion[]; messages: AgentMessage[] } {
  const skus = [...new Set((work?.corrected ?? []).filter(({ lastAtMs }) => lastAtMs >= sinceMs).map(({ sku }) => sku))]
    .toSorted(byText)
    .slice(0, 200);
  if (skus.length === 0) return { decisions: [], messages: [] };
  const facts = { zone: zone.label, skus: skus.length, examples: examplesOf(skus.map((sku) => codeOf(zone, sku))) };
  return {
    decisions: [conclude(rules.told, { verdict: "asked", subject: zoneSubject(zone), facts })],
    messages: [{ type: "stock-corrected", to: "sync", body: { zoneId: zone.id, skus } }],
  };
}

/** Whether goods lie in reserve while shelves have nothing left beyond what waiting picks take. */
export function dryShelves(zone: SeenZone): string[] {
  const under = tasksUnderWay(zone);
  const waiting = new Set(under.flatMap(({ kind, sku }) => (kind === "pick" && sku !== null ? [sku] : [])));
  const refilled = new Set(under.flatMap(({ kind, sku }) => (kind === "replenish" && sku !== null ? [sku] : [])));
  const freeIn = (sku: string, kind: ZoneBin["kind"]) =>
    zone.bins
      .filter((bin) => bin.kind === kind && isServing(bin))
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + (line.sku === sku && line.status === "available" ? line.qty - line.reserved : 0), 0);
  return [...waiting].filter((sku) => !refilled.has(sku) && freeIn(sku, "pick") <= 0 && freeIn(sku, "bulk") > 0).toSorted(byText);
}
