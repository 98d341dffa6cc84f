import { Check, Copy } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { useCopy } from "./use-copy.ts";

export type CodeTagProps = { value: string; copyable?: boolean; className?: string };

/** The brass label every code wears: SKU, bin, order, key. */
export function CodeTag({ value, copyable = false, className }: CodeTagProps) {
  const { t } = useTranslation("ui");
  const { isCopied, copy } = useCopy(value);
  const plate = cn("brass-plate inline-flex max-w-full align-middle items-center gap-1.5 px-1.5 text-xs leading-5", className);
  if (!copyable) return <code className={plate}>{value}</code>;
  const Icon = isCopied ? Check : Copy;
  return (
    <button type="button" onClick={copy} className={cn(plate, "hover:border-brass")} aria-label={t("copyValue", { value })}>
      <span className="truncate">{value}</span>
      <Icon aria-hidden className="size-3 shrink-0" />
      <output className="sr-only">{isCopied ? t("copied") : ""}</output>
    </button>
  );
}
