import { Link } from "react-router";
import { Card } from "#app/components/ui/card.tsx";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GapActing } from "./gap-answer.ts";
import { GapItem } from "./gap-item.tsx";

type GapListProps = { gaps: readonly ReviewGap[]; mayWrite: boolean; acting: GapActing };

/** Complaints by product, the product that hurts most first. */
export function GapList({ gaps, mayWrite, acting }: GapListProps) {
  const { t } = useTranslation("gaps");
  const byGoods = Map.groupBy(gaps, ({ productId, channelId, listingRef }) => productId ?? `${channelId}/${listingRef}`);
  return [...byGoods].map(([key, own]) => {
    const [first] = own;
    if (first === undefined) return null;
    const { title, productId, listingId } = first;
    const href = productId === null ? (listingId === null ? undefined : `/listings/${listingId}`) : `/catalog/${productId}`;
    return (
      <Card key={key}>
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold break-words">
          {href === undefined ? (
            title
          ) : (
            <Link to={href} className="underline decoration-1 underline-offset-4">
              {title}
            </Link>
          )}
        </h2>
        <ul aria-label={t("list", { product: title })}>
          {own.map((gap) => (
            <GapItem key={gap.id} gap={gap} mayWrite={mayWrite} acting={acting} />
          ))}
        </ul>
      </Card>
    );
  });
}
