import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import { itemTone, useListingWords } from "./use-listing-words.ts";

/** What was asked of this listing from here, the newest first; each leads to the change it belongs to. */
export function ChangeHistory({ listing }: { listing: ListingDetail }) {
  const { t } = useTranslation("catalog");
  const { itemStateName, refusalText, changeKindName, changedValue } = useListingWords();
  if (listing.changes.length === 0) return <p className="text-muted">{t("listings.facts.historyNone")}</p>;
  return (
    <ol className="divide-y divide-line rounded border border-line">
      {listing.changes.map((change) => (
        <li key={change.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
          <Link to={`/listings/changes/${change.changeId}`} className="font-semibold hover:underline">
            {[change.before, change.after].map((value) => changedValue(change.kind, value, listing.currency)).join(" → ")}
          </Link>
          <span className="text-muted">{changeKindName(change.kind)}</span>
          <StateBadge tone={itemTone(change.state)}>{itemStateName(change.state)}</StateBadge>
          {change.finishedAt === null ? null : <RelativeTime ms={change.finishedAt} className="text-faint" />}
          {change.reason === null ? null : <span className="basis-full text-sm text-muted">{refusalText(change.reason)}</span>}
        </li>
      ))}
    </ol>
  );
}
