import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import type { VendorId } from "#app/domain/channels/ports.ts";

const letters: Record<VendorId, string> = { "mercado-livre": "ML", shopee: "S" };

/** A plate with the marketplace's initials; the name always stands beside it. */
export function VendorMark({ vendor, className }: { vendor: VendorId; className?: string }) {
  return (
    <span aria-hidden className={cn("brass-plate grid size-9 shrink-0 place-items-center text-sm font-semibold", className)}>
      {letters[vendor]}
    </span>
  );
}

export function VendorName({ vendor }: { vendor: VendorId }) {
  const { t } = useTranslation("channels");
  return <>{t(`vendors.${vendor}`)}</>;
}
