import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { BatchPick } from "#app/domain/warehouse/waves/read-wave.server.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Who took what out of which bin, pick by pick: opened by whoever has to ask somebody about one. */
export function BatchPicks({ picks, label }: { picks: readonly BatchPick[]; label: string }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  if (picks.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer">{t("picksDone", { count: picks.length, shown: formatNumber(picks.length, locale) })}</summary>
      <ol aria-label={label} className="mt-2 grid gap-2">
        {picks.map((pick, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- what was picked stays as it is, and two picks may be alike.
          <li key={index} className="grid min-w-0 border-t border-line pt-2 text-sm">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span>
                {formatNumber(pick.qty, locale)} × {pick.title}
              </span>
              <span className="text-muted">{formatDateTime(pick.at, { locale, timeZone })}</span>
            </span>
            <span className="flex flex-wrap gap-x-3 text-muted">
              <span>{pick.by}</span>
              <span className="font-mono">{pick.bin}</span>
              <span className="font-mono break-all">{pick.product}</span>
              {pick.lot === "" ? null : <span>{t("lot", { lot: pick.lot })}</span>}
              <span className="font-mono">{pick.orderRef}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** From its first pick to its last. */
export function PickedWhen({ picks }: { picks: readonly BatchPick[] }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const [first, last] = [picks[0], picks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const shown = (at: number) => formatDateTime(at, { locale, timeZone });
  const [from, until] = [shown(first.at), shown(last.at)];
  return from === until ? from : t("fromUntil", { from, until });
}
