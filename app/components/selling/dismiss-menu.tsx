import { useId, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { type DismissReason, dismissReasons } from "#app/domain/selling/advice-state.ts";

type DismissMenuProps = { id: string; title: string; deciding: FetcherWithComponents<unknown> };

/** Asks why not: the reason is kept and shown where the advice can be opened again. */
export function DismissMenu({ id, title, deciding }: DismissMenuProps) {
  const { t } = useTranslation("advice");
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<DismissReason>("not-now");
  return (
    <Popover
      label={t("acts.whyDismiss")}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`${t("acts.dismiss")}: ${title}`}>
          {t("acts.dismiss")}
        </Button>
      }
    >
      <deciding.Form method="post" id={formId} className="grid gap-4" onSubmit={() => setIsOpen(false)}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="state" value="dismissed" />
        <RadioGroup
          name="reason"
          label={t("acts.whyDismiss")}
          value={reason}
          onValueChange={(value) => setReason(dismissReasons.find((known) => known === value) ?? "other")}
          options={dismissReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <Button type="submit" size="sm">
          {t("acts.confirmDismiss")}
        </Button>
      </deciding.Form>
    </Popover>
  );
}
