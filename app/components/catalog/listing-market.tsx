import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { readVerdicts } from "#app/domain/channels/schemas.ts";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { Fact, FactList } from "./fact-list.tsx";
import { useListingWords } from "./use-listing-words.ts";

type ListingMarketProps = { listing: ListingDetail; applySuggested?: () => void };

/** What the marketplace thinks of the listing: its quality, how it stands against others, and what it should cost. */
export function ListingMarket({ listing, applySuggested }: ListingMarketProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { issueText, reasonText } = useListingWords();
  const { quality, competition, priceReference } = readVerdicts(listing);
  const money = (cents: number | null) => (cents === null ? t("listings.facts.unknown") : formatMoney(cents, listing.currency, locale));
  return (
    <>
      <section className="grid gap-2">
        <h2 className="label-caps">{t("listings.facts.issues")}</h2>
        {quality === null ? <p className="text-muted">{t("listings.facts.qualityNone")}</p> : null}
        {quality?.issues.length === 0 ? <p className="text-muted">{t("listings.facts.noIssues")}</p> : null}
        {quality !== null && quality.issues.length > 0 ? (
          <ul className="grid gap-1.5">
            {quality.issues.map((issue) => (
              <li key={issue.key} className="flex flex-wrap items-baseline gap-x-2">
                {issueText(issue)} {issue.harmful ? <Badge>{t("listings.facts.harmful")}</Badge> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section className="grid gap-2">
        <h2 className="label-caps">{t("listings.facts.competition")}</h2>
        {competition === null ? (
          <p className="text-muted">{t("listings.facts.competitionNone")}</p>
        ) : (
          <>
            <p>{t(`listings.facts.states.${competition.state}`)}</p>
            <FactList>
              <Fact label={t("listings.facts.toWin")}>{money(competition.priceToWinCents)}</Fact>
              <Fact label={t("listings.facts.winner")}>{money(competition.winnerPriceCents)}</Fact>
            </FactList>
            {competition.reasons.length > 0 ? <p className="text-muted">{competition.reasons.map(reasonText).join(" ")}</p> : null}
          </>
        )}
      </section>
      <section className="grid gap-2">
        <h2 className="label-caps">{t("listings.facts.reference")}</h2>
        {priceReference === null ? (
          <p className="text-muted">{t("listings.facts.referenceNone")}</p>
        ) : (
          <>
            <p>{t(`listings.facts.referenceStates.${priceReference.state}`)}</p>
            <FactList>
              <Fact label={t("listings.facts.suggested")}>
                <span className="flex flex-wrap items-center gap-2">
                  {money(priceReference.suggestedCents)}
                  {applySuggested !== undefined && priceReference.suggestedCents !== null ? (
                    <Button size="sm" onClick={applySuggested}>
                      {t("listings.facts.applySuggested")}
                    </Button>
                  ) : null}
                </span>
              </Fact>
              <Fact label={t("listings.facts.lowest")}>{money(priceReference.lowestCents)}</Fact>
            </FactList>
          </>
        )}
      </section>
    </>
  );
}
