import { useTranslation } from "#app/i18n/use-translation.ts";
import { Unread } from "#app/components/console/unread.tsx";
import { useReading } from "#app/components/console/use-reading.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { ProductDetail } from "#app/domain/catalog/read-product.server.ts";
import { ProductFacts } from "./product-facts.tsx";

/** A product beside its list; changing it happens on its own page. */
export function ProductSheet({ id, close }: { id: string | null; close: () => void }) {
  const { t } = useTranslation("catalog");
  const { data, isUnread, again } = useReading<{ product: ProductDetail }>(id === null ? null : `/catalog/${id}`);
  const product = data?.product.id === id ? data?.product : undefined;
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={product?.title ?? t("product")}
      description={product?.brand ?? undefined}
      action={
        id === null ? null : (
          <LinkButton size="sm" to={`/catalog/${id}`}>
            {t("open")}
          </LinkButton>
        )
      }
    >
      {isUnread ? (
        <Unread again={again} />
      ) : product === undefined ? (
        <div className="grid gap-3" aria-busy="true">
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ) : (
        <ProductFacts product={product} />
      )}
    </Sheet>
  );
}
