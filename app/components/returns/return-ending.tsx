import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReturnDetail } from "#app/domain/warehouse/returns/read-return.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How a return ends: closed once all that came is looked at, called off as long as nothing came. */
export function ReturnEnding({ detail }: { detail: ReturnDetail }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const missing = detail.lines.reduce((sum, line) => sum + line.missing, 0);
  const intent = detail.state === "inspected" ? "close" : detail.state === "expected" ? "call-off" : null;
  if (intent === null) return null;
  const isClosing = intent === "close";
  const text =
    isClosing && missing > 0
      ? `${t("closeText")} ${t("closeMissing", { count: missing, shown: formatNumber(missing, locale) })}`
      : t(isClosing ? "closeText" : "callOffText");
  const label = t(isClosing ? "close" : "callOff");
  return (
    <p>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={<Button variant={isClosing ? "primary" : "secondary"}>{label}</Button>}
        title={`${label}: ${detail.label}`}
        description={text}
        confirmLabel={label}
        destructive={!isClosing}
        form={{ fields: { intent } }}
      />
    </p>
  );
}
