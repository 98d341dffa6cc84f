import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import type { ListingChangeDetail } from "#app/domain/catalog/read-listing-change.server.ts";
import { itemTone, useListingWords } from "./use-listing-words.ts";

const cameToNothing = (state: string) => state === "refused" || state === "cancelled";

/** What became of each listing, in words one can act on. */
export function ChangeItems({ change }: { change: ListingChangeDetail }) {
  const { t } = useTranslation("catalog");
  const { itemStateName, refusalText, changedValue } = useListingWords();
  return (
    <Table label={t("changes.items")}>
      <thead>
        <tr>
          <Th>{t("listings.listing")}</Th>
          <Th align="end">{t("changes.from")}</Th>
          <Th align="end">{t("changes.to")}</Th>
          <Th>{t("changes.outcome")}</Th>
        </tr>
      </thead>
      <tbody>
        {change.items.map((item) => (
          <Tr key={item.id}>
            <Td>
              <Link to={`/listings/${item.listingId}`} className="font-semibold hover:underline">
                {item.label}
              </Link>
              <span className="block text-sm text-muted">{item.channelName}</span>
            </Td>
            <Td align="end" className="text-muted">
              {changedValue(change.kind, item.before, item.currency)}
            </Td>
            <Td align="end" className="font-semibold">
              {cameToNothing(item.state) ? (
                <s className="font-normal text-faint">{changedValue(change.kind, item.after, item.currency)}</s>
              ) : (
                changedValue(change.kind, item.after, item.currency)
              )}
            </Td>
            <Td className="min-w-40">
              <StateBadge tone={itemTone(item.state)}>{itemStateName(item.state)}</StateBadge>
              {item.reason === null ? null : <span className="mt-1 block text-sm text-muted">{refusalText(item.reason)}</span>}
              {item.reason === "other" && item.vendorText !== null ? (
                <span className="block text-sm break-words text-faint">{t("changes.vendorSays", { text: item.vendorText })}</span>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
