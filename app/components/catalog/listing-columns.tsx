import { Check, X } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import type { DataTableColumn } from "#app/components/ui/data-table/types.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ListingRow } from "#app/domain/catalog/list-listings.server.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { Thumbnail } from "./thumbnail.tsx";
import type { ListingActs } from "./use-listing-acts.ts";
import { linkTone, statusTone, useListingWords } from "./use-listing-words.ts";

type Options = {
  /** Where links wait for a decision, they come first and can be answered in their row. */
  isInbox: boolean;
  acts: ListingActs | undefined;
};

export function useListingColumns({ isInbox, acts }: Options): DataTableColumn<ListingRow>[] {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { statusName } = useListingWords();
  const link: DataTableColumn<ListingRow> = {
    id: "link",
    header: t("listings.link"),
    hiddenByDefault: false,
    wideOnly: !isInbox,
    render: (row) => <LinkCell row={row} acts={isInbox ? acts : undefined} />,
  };
  const figures: DataTableColumn<ListingRow>[] = [
    { id: "price", header: t("listings.price"), align: "end", sortable: true, render: (row) => <Price row={row} /> },
    { id: "stock", header: t("listings.stock"), align: "end", sortable: true, render: (row) => formatNumber(row.stock, locale) },
    {
      id: "sold",
      header: t("listings.sold"),
      align: "end",
      sortable: true,
      wideOnly: true,
      render: (row) => formatNumber(row.sold, locale),
    },
    {
      id: "quality",
      header: t("listings.quality"),
      align: "end",
      sortable: true,
      wideOnly: true,
      hiddenByDefault: isInbox,
      render: ({ qualityScore }) => (qualityScore === null ? <span className="text-faint">–</span> : qualityScore),
    },
  ];
  return [
    { id: "title", header: t("listings.listing"), hideable: false, sortable: true, render: (row) => <Title row={row} /> },
    ...(isInbox ? [link] : []),
    {
      id: "status",
      header: t("listings.status"),
      wideOnly: true,
      hiddenByDefault: isInbox,
      render: ({ status }) => <StateBadge tone={statusTone(status)}>{statusName(status)}</StateBadge>,
    },
    ...figures.map((column) => (isInbox && column.id !== "price" ? { ...column, hiddenByDefault: true } : column)),
    ...(isInbox ? [] : [link]),
    {
      id: "reference",
      header: t("listings.reference"),
      wideOnly: true,
      hiddenByDefault: true,
      render: (row) => <CodeTag value={row.listingRef} />,
    },
    {
      id: "updated",
      header: t("listings.updated"),
      sortable: true,
      wideOnly: true,
      hiddenByDefault: true,
      render: (row) => <RelativeTime ms={row.remoteUpdatedAt} className="whitespace-nowrap" />,
    },
  ];
}

function Title({ row }: { row: ListingRow }) {
  return (
    <span className="flex min-w-44 items-center gap-3 md:min-w-72">
      <Thumbnail url={row.imageUrl} className="max-sm:hidden" />
      <span className="min-w-0">
        <span className="line-clamp-2">{row.title}</span>
        <span className="block text-sm font-normal text-muted">{[row.channel?.name, row.modelName].filter(Boolean).join(" · ")}</span>
      </span>
    </span>
  );
}

function Price({ row }: { row: ListingRow }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  return (
    <>
      {formatMoney(row.priceCents, row.currency, locale)}
      {row.isPriceAutomated ? <span className="block text-sm text-faint">{t("listings.automated")}</span> : null}
    </>
  );
}

function LinkCell({ row, acts }: { row: ListingRow; acts: ListingActs | undefined }) {
  const { t } = useTranslation("catalog");
  const { linkName, byName } = useListingWords();
  if (row.variant !== null) return <CodeTag value={row.variant.sku} className="max-w-40 truncate" />;
  if (row.suggestion === null || row.linkState !== "suggested") {
    return <StateBadge tone={linkTone(row.linkState)}>{linkName(row.linkState)}</StateBadge>;
  }
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 md:flex-nowrap">
      <span className="min-w-0">
        <CodeTag value={row.suggestion.sku} className="max-w-40 truncate" /> <Badge>{byName(row.suggestedBy ?? "")}</Badge>
        <span className="block max-w-64 truncate text-sm text-muted">
          {[row.suggestion.productTitle, row.suggestion.name].filter(Boolean).join(" · ")}
        </span>
      </span>
      {acts === undefined ? null : (
        <span className="relative z-1 flex gap-1.5">
          <Button
            size="sm"
            icon={<Check aria-hidden />}
            aria-label={`${t("listings.links.confirm")}: ${row.title}`}
            onClick={() => acts.decide([row.id], "confirm")}
          >
            {t("listings.links.confirm")}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            icon={<X aria-hidden />}
            aria-label={`${t("listings.links.reject")}: ${row.title}`}
            onClick={() => acts.decide([row.id], "reject")}
          >
            {t("listings.links.reject")}
          </Button>
        </span>
      )}
    </span>
  );
}
