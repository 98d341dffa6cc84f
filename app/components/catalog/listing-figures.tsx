import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";

/** The numbers of a listing, each with its unit, period and what it stands beside. */
export function ListingFigures({ listing }: { listing: ListingDetail }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { regularPriceCents, reserved, visits30d, ratingCenti, reviewCount, currency } = listing;
  const unknown = <span className="text-base font-normal text-faint">{t("listings.facts.unknown")}</span>;
  return (
    <div className="grid gap-2">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 rounded border border-line bg-sunken/50 p-4 sm:grid-cols-3">
        <Number
          label={t("listings.facts.price")}
          note={
            regularPriceCents === null
              ? listing.isPriceAutomated
                ? t("listings.automated")
                : undefined
              : t("listings.was", { price: formatMoney(regularPriceCents, currency, locale) })
          }
        >
          {formatMoney(listing.priceCents, currency, locale)}
        </Number>
        <Number label={t("listings.facts.stock")} note={reserved > 0 ? t("listings.facts.reserved", { count: reserved }) : undefined}>
          {formatNumber(listing.stock, locale)}
        </Number>
        <Number label={t("listings.facts.sold")} note={t("listings.facts.soldPeriod")}>
          {formatNumber(listing.sold, locale)}
        </Number>
        <Number label={t("listings.facts.quality")} note={listing.qualityScore === null ? undefined : t("listings.facts.qualityOf")}>
          {listing.qualityScore ?? unknown}
        </Number>
        <Number label={t("listings.facts.visits")} note={t("listings.facts.visitsPeriod")}>
          {visits30d === null ? unknown : formatNumber(visits30d, locale)}
        </Number>
        <Number
          label={t("listings.facts.rating")}
          note={reviewCount ? t("listings.facts.reviews", { count: reviewCount }) : t("listings.facts.noReviews")}
        >
          {ratingCenti === null ? unknown : formatNumber(ratingCenti / 100, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
        </Number>
      </dl>
      {listing.isPriceAutomated ? <p className="text-sm text-muted">{t("listings.facts.automatedText")}</p> : null}
    </div>
  );
}

function Number({ label, note, children }: { label: string; note: string | undefined; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd>
        <span className="text-lg font-semibold whitespace-nowrap">{children}</span>
        {note === undefined ? null : <span className="block text-sm text-faint">{note}</span>}
      </dd>
    </div>
  );
}
