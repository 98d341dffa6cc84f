import { PackagePlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, ItemView } from "#party/warehouse-zone/protocol.ts";
import { ReceiveForm } from "./receive-form.tsx";

type ReceiveDialogProps = { bins: readonly BinView[]; items: ReadonlyMap<string, ItemView> };

/** What comes in, and where it was put. */
export function ReceiveDialog({ bins, items }: ReceiveDialogProps) {
  const { t } = useTranslation("warehouse");
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <Button variant="primary" icon={<PackagePlus aria-hidden />}>
      {t("receive")}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={t("receive")} description={t("receiveText")}>
      {isOpen ? <ReceiveForm bins={bins} items={items} close={() => setIsOpen(false)} /> : null}
    </Dialog>
  );
}
