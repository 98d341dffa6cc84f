import { Link } from "react-router";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { InteractionProduct } from "#app/domain/interactions/interaction.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

/** What played a part, and whether it is one of the catalogue's own. */
export function SeenProducts({ products }: { products: readonly InteractionProduct[] }) {
  const { t } = useTranslation("shoppers");
  const { moneyOf, timeOf } = useShopperWords();
  return (
    <Card>
      <CardHeader title={t("interactions.products")} />
      {products.length === 0 ? (
        <CardBody className="text-muted">{t("interactions.noProducts")}</CardBody>
      ) : (
        <ul>
          {products.map(({ key, productId, name, priceCents, currency, role, visibleMs }) => (
            <li
              key={key}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 border-b border-line px-5 py-3 last:border-b-0"
            >
              <span className="min-w-0 wrap-anywhere">
                {productId === null ? (
                  <>
                    {name} <span className="text-sm text-muted">({t("interactions.notLinked")})</span>
                  </>
                ) : (
                  <Link to={`/catalog/${productId}/shoppers`} className="underline decoration-1 underline-offset-4">
                    {name}
                  </Link>
                )}
              </span>
              <span className="flex flex-wrap items-center gap-3 text-sm text-muted tabular-nums">
                {visibleMs === 0 ? null : <span>{timeOf(visibleMs)}</span>}
                {priceCents === null || currency === null ? null : <span>{moneyOf(priceCents, currency)}</span>}
                <Badge>{t(`roles.${role}`)}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
