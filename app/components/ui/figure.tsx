import { ArrowDownRight, ArrowRight, ArrowUpRight, CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { formatPercent } from "#app/i18n/format.ts";
import { cn } from "./cn.ts";
import { Popover } from "./popover.tsx";
import { useLocale } from "./use-locale.ts";

export type FigureProps = {
  label: string;
  /** Already formatted by the locale. */
  value: string;
  unit?: string;
  period?: string;
  /** 0.09 reads "9 % up"; the comparison says against what. */
  delta?: { ratio: number; comparison?: string };
  sparkline?: ReactNode;
  /** Rule or query, inputs, period, comparison: every number can be asked where it comes from. */
  explanation?: ReactNode;
  to?: string;
  className?: string;
};

/** A number that carries its unit, period, change and origin. Up and down are ink, not green and red. */
export function Figure({ label, value, unit, period, delta, sparkline, explanation, to, className }: FigureProps) {
  const { t } = useTranslation("ui");
  return (
    <section className={cn("flex min-w-0 flex-col rounded border border-line bg-raised px-5 py-4", className)}>
      <header className="flex min-h-6 items-center justify-between gap-2">
        <h2 className="truncate text-sm font-semibold text-muted">
          {to ? (
            <Link to={to} className="hover:text-ink hover:underline">
              {label}
            </Link>
          ) : (
            label
          )}
        </h2>
        {explanation ? (
          <Popover
            label={t("howComputed")}
            align="end"
            trigger={
              <button type="button" aria-label={`${t("howComputed")} ${label}`} className="-m-1.5 rounded p-1.5 text-faint hover:text-ink">
                <CircleHelp aria-hidden className="size-4" />
              </button>
            }
          >
            <p className="label-caps mb-1">{t("howComputed")}</p>
            {explanation}
          </Popover>
        ) : null}
      </header>
      <div className="mt-1 flex items-end justify-between gap-4">
        <p className="text-xl font-semibold tracking-tight whitespace-nowrap">
          {value}
          {unit ? <span className="ml-1 text-sm font-normal tracking-normal text-faint">{unit}</span> : null}
        </p>
        {sparkline ? <div className="max-w-24 min-w-8 grow pb-1">{sparkline}</div> : null}
      </div>
      <footer className="mt-1.5 flex flex-wrap items-center gap-x-3 text-faint">
        {delta ? <Delta {...delta} /> : null}
        {period ? <span>{period}</span> : null}
      </footer>
    </section>
  );
}

function Delta({ ratio, comparison }: { ratio: number; comparison?: string }) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const isSame = Math.abs(ratio) < 0.0005;
  const RisingIcon = ratio > 0 ? ArrowUpRight : ArrowDownRight;
  const Icon = isSame ? ArrowRight : RisingIcon;
  const movement = ratio > 0 ? "up" : "down";
  return (
    <span>
      <Icon aria-hidden className="mr-1 inline size-4 align-[-0.15em] text-ink" />
      <strong className="font-semibold text-ink">
        {isSame ? null : formatPercent(Math.abs(ratio), locale)} {t(`delta.${isSame ? "same" : movement}`)}
      </strong>{" "}
      {isSame ? null : comparison}
    </span>
  );
}
