import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import { stateLooks } from "#app/components/ui/state-looks.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type FloorCounts = { toRelease: number; picking: number; toPack: number; toShip: number; alerts: number };

/** What waits for somebody in the house, each one press away; only an alert asks for more than its turn. */
export function FloorNeeds({ counts }: { counts: FloorCounts }) {
  const { t } = useTranslation("warehouse");
  const locale = useLocale();
  const watch = stateLooks.watch;
  const needs = [
    ["toRelease", "/warehouse/orders"],
    ["picking", "/warehouse/orders?stage=picking"],
    ["toPack", "/warehouse/orders?stage=picked"],
    ["toShip", "/warehouse/orders?stage=packed"],
    ["alerts", "/warehouse/monitoring"],
  ] as const;
  return (
    <ul aria-label={t("needs.title")} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
      {needs.map(([need, to]) => {
        const count = counts[need];
        const isAlert = need === "alerts" && count > 0;
        return (
          <li key={need} className="min-w-0">
            <Link
              to={to}
              className={cn(
                "flex h-full items-center gap-3 rounded border border-line bg-raised px-4 py-3 hover:border-ink",
                isAlert && [watch.soft, watch.edge],
              )}
            >
              {isAlert ? <watch.Icon aria-hidden className={cn("size-5 shrink-0", watch.text)} /> : null}
              <span className="min-w-0 grow">
                <span className="block text-lg font-semibold">{formatNumber(count, locale)}</span>
                <span className="block text-sm text-muted">{t(`needs.${need}`, { count })}</span>
              </span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-faint" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
