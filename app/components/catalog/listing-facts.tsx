import { Coins, ExternalLink, Pause, Play, Warehouse } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { buttonVariants } from "#app/components/ui/button-variants.ts";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import { ChangeHistory } from "./change-history.tsx";
import type { ChangeTarget } from "./change-target.ts";
import { Fact, FactList } from "./fact-list.tsx";
import { LinkPanel } from "./link-panel.tsx";
import { ListingFigures } from "./listing-figures.tsx";
import { ListingMarket } from "./listing-market.tsx";
import { Pictures } from "./product-facts.tsx";
import type { ListingActs } from "./use-listing-acts.ts";
import { statusTone, useListingWords } from "./use-listing-words.ts";

type ListingFactsProps = { listing: ListingDetail; acts: ListingActs | undefined; startChange: (target: ChangeTarget) => void };

/** Everything we know about a listing, the same in the sheet and on its page. */
export function ListingFacts({ listing, acts, startChange }: ListingFactsProps) {
  const { t } = useTranslation("catalog");
  const change = (kind: ChangeTarget["kind"], more: Pick<ChangeTarget, "rule" | "status"> = {}) =>
    startChange({ ids: [listing.id], kind, currencies: [listing.currency], ...more });
  return (
    <div className="grid gap-6">
      <Status listing={listing} />
      <ListingFigures listing={listing} />
      <div className="flex flex-wrap gap-2">
        {acts === undefined ? null : <ChangeButtons listing={listing} change={change} />}
        <a href={listing.permalink} target="_blank" rel="noreferrer" className={buttonVariants({ size: "sm" })}>
          <ExternalLink aria-hidden />
          {t("listings.facts.openThere")}
        </a>
      </div>
      <LinkPanel listing={listing} acts={acts} />
      <ListingMarket
        listing={listing}
        {...(acts === undefined || listing.refusals.price !== null ? {} : { applySuggested: () => change("price", { rule: "suggested" }) })}
      />
      <Part title={t("listings.facts.history")}>
        <ChangeHistory listing={listing} />
      </Part>
      <Part title={t("listings.facts.details")}>
        <Details listing={listing} />
      </Part>
      <Pictures urls={listing.imageUrls} />
    </div>
  );
}

type ChangeButtonsProps = {
  listing: ListingDetail;
  change: (kind: ChangeTarget["kind"], more?: Pick<ChangeTarget, "rule" | "status">) => void;
};

/** Only what the marketplace would take is offered; the rest says which rule stands against it. */
function ChangeButtons({ listing, change }: ChangeButtonsProps) {
  const { t } = useTranslation("catalog");
  const { refusalText } = useListingWords();
  const { refusals, status } = listing;
  const isActive = status === "active";
  // That the price is automatic stands below the price itself.
  const known = [refusals.price, refusals.stock, refusals.status].filter((reason) => reason !== null && reason !== "price-automated");
  const reasons = [...new Set(known.filter((reason) => reason !== null))];
  return (
    <>
      {reasons.length === 0 ? null : (
        <ul className="grid basis-full gap-0.5 text-sm text-muted">
          {reasons.map((reason) => (
            <li key={reason}>{refusalText(reason)}</li>
          ))}
        </ul>
      )}
      {refusals.price === null ? (
        <Button size="sm" variant="primary" icon={<Coins aria-hidden />} onClick={() => change("price")}>
          {t("listings.bulk.price")}
        </Button>
      ) : null}
      {refusals.stock === null ? (
        <Button size="sm" icon={<Warehouse aria-hidden />} onClick={() => change("stock")}>
          {t("listings.bulk.stock")}
        </Button>
      ) : null}
      {refusals.status === null ? (
        <Button
          size="sm"
          icon={isActive ? <Pause aria-hidden /> : <Play aria-hidden />}
          onClick={() => change("status", { status: isActive ? "paused" : "active" })}
        >
          {t(isActive ? "listings.bulk.pause" : "listings.bulk.resume")}
        </Button>
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="label-caps">{title}</h2>
      {children}
    </section>
  );
}

function Status({ listing }: { listing: ListingDetail }) {
  const { t } = useTranslation("catalog");
  const { statusName, statusText, reasonText } = useListingWords();
  const isCutOff = listing.refusals.status === "channel-ended";
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge tone={statusTone(listing.status)}>{statusName(listing.status)}</StateBadge>
        <span className="text-muted">{isCutOff ? t("listings.lastKnown") : statusText(listing.status)}</span>
      </p>
      {listing.statusReasons.length > 0 ? (
        <div>
          <p className="text-sm text-faint">{t("listings.reasons")}</p>
          <ul className="list-inside list-disc">
            {listing.statusReasons.map((reason) => (
              <li key={reason}>{reasonText(reason)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Details({ listing }: { listing: ListingDetail }) {
  const { t } = useTranslation(["catalog", "common"]);
  const { conditionName, typeName, logisticName } = useListingWords();
  const yesNo = (value: boolean) => t(value ? "yes" : "no", { ns: "common" });
  return (
    <FactList>
      <Fact label={t("listings.reference")}>
        <CodeTag value={[listing.listingRef, listing.modelRef].filter(Boolean).join("/")} copyable />
      </Fact>
      {listing.sku === null ? null : (
        <Fact label={t("sku")}>
          <CodeTag value={listing.sku} copyable />
        </Fact>
      )}
      {listing.gtin === null ? null : (
        <Fact label={t("gtin")}>
          <CodeTag value={listing.gtin} copyable />
        </Fact>
      )}
      {listing.condition === "" ? null : <Fact label={t("listings.facts.condition")}>{conditionName(listing.condition)}</Fact>}
      {listing.listingType === "" ? null : <Fact label={t("listings.facts.type")}>{typeName(listing.listingType)}</Fact>}
      <Fact label={t("listings.facts.logistic")}>{logisticName(listing.logisticType)}</Fact>
      <Fact label={t("listings.facts.category")}>
        <CodeTag value={listing.categoryRef} />
      </Fact>
      <Fact label={t("listings.facts.free")}>{yesNo(listing.freeShipping)}</Fact>
      <Fact label={t("listings.facts.catalog")}>{yesNo(listing.isCatalog)}</Fact>
      {listing.attributes.map((attribute) => (
        <Fact key={attribute.key} label={attribute.name}>
          {attribute.value}
        </Fact>
      ))}
      <Fact label={t("listings.updated")}>
        <RelativeTime ms={listing.remoteUpdatedAt} />
      </Fact>
      <Fact label={t("listings.facts.read")}>
        <RelativeTime ms={listing.readAt} />
      </Fact>
    </FactList>
  );
}
