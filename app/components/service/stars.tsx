import { Star } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";

const places = [1, 2, 3, 4, 5];

/** Stars as a shape and a number: filled or empty, never by colour alone. */
export function Stars({ rating }: { rating: number }) {
  const { t } = useTranslation("service");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className="inline-flex">
        {places.map((place) => (
          <Star key={place} className={cn("size-4", place <= rating ? "fill-current text-ink" : "text-faint")} />
        ))}
      </span>
      <span aria-hidden className="font-semibold">
        {rating}
      </span>
      <span className="sr-only">{t("reviews.stars", { count: rating })}</span>
    </span>
  );
}
