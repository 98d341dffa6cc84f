import { channelObstacles, type Refusal } from "#app/domain/catalog/change-rules.ts";
import { refusalReasons } from "#app/domain/channels/remote.ts";
import type { DriftReason } from "#app/domain/catalog/stock-drift.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const refusals: ReadonlySet<string> = new Set([...refusalReasons, ...channelObstacles]);

function isRefusal(reason: DriftReason): reason is Refusal {
  return refusals.has(reason);
}

/** Why a listing shows another number than can be sold, as a sentence. Refusals read as they do where changes are asked for. */
export function useDriftWords(): (reason: DriftReason) => string {
  const { t } = useTranslation("channels");
  const catalog = useTranslation("catalog");
  return (reason) => (isRefusal(reason) ? catalog.t(`changes.refusals.${reason}`) : t(`stock.reasons.${reason}`));
}
