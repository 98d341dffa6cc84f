import { Link } from "react-router";
import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Market } from "#app/domain/market/read-market.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What was unusual lately, about which listing, and who was told. */
export function SeenList({ detections }: Pick<Market, "detections">) {
  const { t } = useTranslation("market");
  const known = useKnownText();
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("seen")} />
      {detections.length === 0 ? (
        <CardBody>
          <p className="max-w-prose text-muted">{t("seenNone")}</p>
        </CardBody>
      ) : (
        <ul aria-label={t("seen")}>
          {detections.map(({ key, kind, title, listingId, recent, usual, outcome, atMs }) => (
            <li key={key} className="grid gap-1 border-b border-line px-5 py-4 last:border-b-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">
                  {known("market", `kinds.${kind}`, { recent: formatNumber(recent, locale), usual: formatNumber(usual, locale) }) ?? kind}
                </span>
                <Badge>{t(`outcomes.${outcome}`)}</Badge>
              </p>
              <p className="flex flex-wrap gap-x-3 text-muted">
                {listingId === null ? (
                  <span className="break-all">{title}</span>
                ) : (
                  <Link to={`/listings/${listingId}`} className="break-words underline underline-offset-4">
                    {title}
                  </Link>
                )}
                <RelativeTime ms={atMs} className="text-sm" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
