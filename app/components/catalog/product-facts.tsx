import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ProductDetail } from "#app/domain/catalog/read-product.server.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { Fact, FactList } from "./fact-list.tsx";
import { statusTone, useListingWords } from "./use-listing-words.ts";

export function ProductFacts({ product }: { product: ProductDetail }) {
  const { t } = useTranslation("catalog");
  return (
    <div className="grid gap-6">
      {product.archivedAt === null ? null : <InlineAlert tone="info" title={t("archivedNote")} />}
      <Pictures urls={product.imageUrls} />
      {product.attributes.length > 0 ? (
        <FactList>
          {product.attributes.map((attribute) => (
            <Fact key={attribute.key} label={attribute.name}>
              {attribute.value}
            </Fact>
          ))}
        </FactList>
      ) : null}
      {product.description ? <p className="max-w-prose break-words whitespace-pre-line text-muted">{product.description}</p> : null}
      <section className="grid gap-2">
        <h2 className="label-caps">{t("skus")}</h2>
        <Variants product={product} />
      </section>
      <section className="grid gap-2">
        <h2 className="label-caps">{t("offers")}</h2>
        <Offers product={product} />
      </section>
    </div>
  );
}

export function Pictures({ urls }: { urls: readonly string[] }) {
  if (urls.length === 0) return null;
  return (
    <ul className="flex gap-2 overflow-x-auto pb-1">
      {urls.map((url) => (
        <li key={url} className="shrink-0">
          <img
            src={url}
            alt=""
            loading="lazy"
            referrerPolicy="no-referrer"
            className="size-24 rounded border border-line bg-sunken object-contain"
          />
        </li>
      ))}
    </ul>
  );
}

function Variants({ product }: { product: ProductDetail }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  return (
    <Table label={t("skus")}>
      <thead>
        <tr>
          <Th>{t("sku")}</Th>
          <Th align="end">{t("cost")}</Th>
          <Th align="end">{t("stock")}</Th>
        </tr>
      </thead>
      <tbody>
        {product.variants.map((variant) => (
          <Tr key={variant.id}>
            <Td>
              <CodeTag value={variant.sku} copyable />
              <span className="block text-sm text-muted">{[variant.name, variant.gtin].filter(Boolean).join(" · ")}</span>
            </Td>
            <Td align="end">
              {variant.costCents === null ? (
                <span className="text-faint">{t("noCost")}</span>
              ) : (
                formatMoney(variant.costCents, variant.currency, locale)
              )}
            </Td>
            <Td align="end">{formatNumber(variant.stock, locale)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Where it is sold, at what price, channel by channel. */
export function Offers({ product }: { product: ProductDetail }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { statusName } = useListingWords();
  if (product.listings.length === 0) {
    return (
      <p className="text-muted">
        {t("noOffers")} {t("noOffersText")}
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line rounded border border-line">
      {product.listings.map((listing) => (
        <li key={listing.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5">
          <span className="min-w-0 grow basis-48">
            <Link to={`/listings/${listing.id}`} className="font-semibold hover:underline">
              {[listing.title, listing.modelName].filter(Boolean).join(" · ")}
            </Link>
            <span className="block text-sm text-muted">
              {[listing.channel?.name, product.variants.find((variant) => variant.id === listing.variantId)?.sku]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <StateBadge tone={statusTone(listing.status)}>{statusName(listing.status)}</StateBadge>
          <span className="whitespace-nowrap">{formatMoney(listing.priceCents, listing.currency, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
