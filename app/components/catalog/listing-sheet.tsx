import { useTranslation } from "#app/i18n/use-translation.ts";
import { Unread } from "#app/components/console/unread.tsx";
import { useReading } from "#app/components/console/use-reading.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import type { ChangeTarget } from "./change-target.ts";
import { ListingFacts } from "./listing-facts.tsx";
import type { ListingActs } from "./use-listing-acts.ts";

type ListingSheetProps = {
  id: string | null;
  close: () => void;
  acts: ListingActs | undefined;
  startChange: (target: ChangeTarget) => void;
};

/** A listing beside its list. What is decided here is read again when the decision has been taken. */
export function ListingSheet({ id, close, acts, startChange }: ListingSheetProps) {
  const { t } = useTranslation("catalog");
  const { data, isUnread, again } = useReading<{ listing: ListingDetail }>(id === null ? null : `/listings/${id}`);
  const listing = data?.listing.id === id ? data?.listing : undefined;
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={listing?.title ?? t("listings.listing")}
      description={listing ? [listing.channel?.name, listing.modelName].filter(Boolean).join(" · ") : undefined}
      action={
        id === null ? null : (
          <LinkButton size="sm" to={`/listings/${id}`}>
            {t("open")}
          </LinkButton>
        )
      }
    >
      {isUnread ? (
        <Unread again={again} />
      ) : listing === undefined ? (
        <div className="grid gap-3" aria-busy="true">
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ) : (
        <ListingFacts listing={listing} acts={acts} startChange={startChange} />
      )}
    </Sheet>
  );
}
