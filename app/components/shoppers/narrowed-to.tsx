import { X } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { withParams } from "#app/components/ui/data-table/list-address.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShopperFilter } from "./shopper-filter.ts";
import { useShopperWords } from "./use-shopper-words.ts";

/** What a link has narrowed a list to, and no field of its form shows. */
export function NarrowedTo({ filter: { visitorKey, productId, tag } }: { filter: ShopperFilter }) {
  const { t } = useTranslation(["shoppers", "ui"]);
  const { hesitationOf } = useShopperWords();
  const [query] = useSearchParams();
  const narrowed = [
    { name: "visitor", label: visitorKey === undefined ? undefined : `${t("filters.visitor")}: ${visitorKey}` },
    { name: "product", label: productId === undefined ? undefined : t("filters.product") },
    { name: "tag", label: tag === undefined ? undefined : t("filters.tag", { tag: tagWords(tag, hesitationOf) }) },
  ].flatMap(({ name, label }) => (label === undefined ? [] : [{ name, label }]));
  if (narrowed.length === 0) return null;
  return (
    <ul aria-label={t("table.filters", { ns: "ui" })} className="flex flex-wrap items-center gap-1.5 border-b border-line px-5 py-3">
      {narrowed.map(({ name, label }) => (
        <li key={name} className="min-w-0">
          <Link
            to={withParams(query, { [name]: undefined, cursor: undefined })}
            preventScrollReset
            aria-label={t("table.removeFilter", { ns: "ui", label })}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line-strong bg-sunken pr-2 pl-3 hover:border-ink pointer-coarse:min-h-11"
          >
            <span className="min-w-0 wrap-anywhere">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function tagWords(tag: string, hesitationOf: (reason: string) => string): string {
  const [kind, ...words] = tag.split(":");
  return kind === "hesitation" ? hesitationOf(words.join(":")) : words.join(":");
}
