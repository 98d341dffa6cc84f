import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { SkuPlace } from "#app/domain/warehouse/find-sku-places.server.ts";
import { type Conclusion, conclude } from "../shared/conclude.ts";
import { byText } from "../shared/seen-zone.ts";
import type { SyncSeen } from "./seen.ts";

const rule = { id: "sync.oversell-risk", version: 1 } as const;
const validForMs = 60 * 60_000;
/** Beside more units over than this, a call for somebody at once. */
const wrongTimes = 5;

type Risk = { channelId: string; channel: string; code: string; shown: number; available: number; over: number };

/** Goods of which more is on sale than can be sold: the manager hears of it, and of many people do. */
export function decideOversell(seen: SyncSeen, settings: SettingsOf<"sync">): Pick<Outcome, "decisions" | "messages" | "replaces"> {
  const risks = risksOf(seen).slice(0, settings.mostRisks);
  const placeOf = new Map(seen.places.toReversed().map((place) => [place.code, place]));
  const alerted = new Set<string>();
  const decisions = risks.map((risk) => {
    const place = placeOf.get(risk.code);
    const isAlert = place !== undefined && risk.over >= settings.alertFromUnits && !alerted.has(place.zoneId);
    if (isAlert) alerted.add(place.zoneId);
    return decisionOf(risk, place, isAlert ? alertOf(risk, place, settings) : null);
  });
  const messages = risks.flatMap(({ channelId, code, shown, available }) => {
    const sku = placeOf.get(code)?.sku;
    if (sku === undefined) return [];
    return [{ type: "oversell-risk" as const, to: "warehouse-manager" as const, body: { channelId, sku, shown, available } }];
  });
  return { decisions, messages, replaces: ["oversell:"] };
}

/** The most over first; of several listings of the same goods on a channel the one that shows most. */
function risksOf({ channels }: SyncSeen): Risk[] {
  const worst = new Map<string, Risk>();
  for (const { id, label, drifts } of channels) {
    for (const { sku: code, shown, available, reason } of drifts) {
      if (code === null || available === null || reason === null || shown <= available) continue;
      const known = worst.get(`${id} ${code}`);
      const risk = { channelId: id, channel: label, code, shown, available, over: shown - available };
      if (known === undefined || known.over < risk.over) worst.set(`${id} ${code}`, risk);
    }
  }
  return [...worst.values()].toSorted(
    (one, other) => other.over - one.over || byText(one.code, other.code) || byText(one.channelId, other.channelId),
  );
}

function decisionOf(
  { channel, code, shown, available, over }: Risk,
  place: SkuPlace | undefined,
  proposal: Conclusion["proposal"],
): Conclusion {
  const subject = { type: "product" as const, id: place?.sku ?? "", label: code };
  const facts = { sku: code, channel, unitsShown: shown, unitsAvailable: available, unitsOver: over, zone: place?.zoneName ?? "" };
  return conclude(rule, { verdict: proposal === null ? "asked" : "proposed", subject, facts, ...(proposal === null ? {} : { proposal }) });
}

function alertOf(
  { channel, code, shown, available, over }: Risk,
  { zoneId }: SkuPlace,
  settings: SettingsOf<"sync">,
): NonNullable<Conclusion["proposal"]> {
  const severity = over >= wrongTimes * settings.alertFromUnits ? ("wrong" as const) : ("watch" as const);
  const facts = { sku: code.slice(0, 200), channel: channel.slice(0, 200), unitsShown: shown, unitsAvailable: available, unitsOver: over };
  return {
    key: `oversell:${zoneId}`,
    call: { tool: "raise-alert", input: { zoneId, kind: "oversell-risk", severity, facts } },
    effect: { unitsOver: over },
    group: null,
    validForMs,
  };
}
