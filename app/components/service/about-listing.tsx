import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import type { ListingMention } from "#app/domain/service/listings-of.server.ts";

type AboutListingProps = { listing: ListingMention | null; listingRef: string };

/** The listing somebody wrote about, by its title when we have it. */
export function AboutListing({ listing, listingRef }: AboutListingProps) {
  const { t } = useTranslation("service");
  if (listing === null) return <span className="break-all">{t("unknownListing", { ref: listingRef })}</span>;
  return (
    <Link to={`/listings/${listing.id}`} className="break-words underline underline-offset-4">
      {listing.title}
    </Link>
  );
}
