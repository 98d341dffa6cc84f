import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { To } from "react-router";
import { Button, LinkButton } from "./button.tsx";

export type PaginationProps = {
  previousTo?: To | undefined;
  nextTo?: To | undefined;
  /** With cursors one often can only go back to the start. */
  previousIsFirst?: boolean;
  summary?: ReactNode;
};

export function Pagination({ previousTo, nextTo, previousIsFirst = false, summary }: PaginationProps) {
  const { t } = useTranslation("ui");
  const isWhole = previousTo === undefined && nextTo === undefined;
  const previousLabel = previousIsFirst ? t("pagination.first") : t("pagination.previous");
  return (
    <nav aria-label={t("pagination.label")} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-faint">{summary}</p>
      {isWhole ? null : (
        <div className="flex gap-2">
          <Step to={previousTo} icon={<ArrowLeft aria-hidden />}>
            {previousLabel}
          </Step>
          <Step to={nextTo} trailing={<ArrowRight aria-hidden />}>
            {t("pagination.next")}
          </Step>
        </div>
      )}
    </nav>
  );
}

function Step({ to, icon, trailing, children }: { to: To | undefined; icon?: ReactNode; trailing?: ReactNode; children: ReactNode }) {
  if (to === undefined) {
    return (
      <Button size="sm" disabled icon={icon}>
        {children}
        {trailing}
      </Button>
    );
  }
  return (
    <LinkButton size="sm" to={to} icon={icon}>
      {children}
      {trailing}
    </LinkButton>
  );
}
