import { Printer } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { labelSet } from "#app/domain/warehouse/labels/label-set.ts";
import { binLabel } from "#app/domain/warehouse/labels/own-labels.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LabelDialog } from "./label-dialog.tsx";

/** The label of one bin, for when the old one has come off. */
export function BinLabel({ code }: { code: string }) {
  const { t } = useTranslation("labels");
  return (
    <LabelDialog
      trigger={
        <Button icon={<Printer aria-hidden />} className="justify-self-start">
          {t("printBin")}
        </Button>
      }
      title={code}
      description={t("binText")}
      fileName={code}
      setOf={({ symbology, ...options }) => labelSet([code], options, (setup, one) => binLabel(setup, { code: one, symbology }))}
    />
  );
}
