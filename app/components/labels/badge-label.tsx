import { Printer } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { labelSet } from "#app/domain/warehouse/labels/label-set.ts";
import { badgeLabel } from "#app/domain/warehouse/labels/own-labels.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LabelDialog } from "./label-dialog.tsx";

/** The label of a badge, made here in the browser: its secret goes nowhere. */
export function BadgeLabel({ name, secret }: { name: string; secret: string }) {
  const { t } = useTranslation("labels");
  return (
    <LabelDialog
      trigger={
        <Button variant="primary" icon={<Printer aria-hidden />}>
          {t("print")}
        </Button>
      }
      title={t("badgeTitle", { name })}
      description={t("badgeText")}
      fileName="badge"
      first={{ symbology: "qr" }}
      setOf={({ symbology, ...options }) =>
        labelSet([secret], options, (setup, own) => badgeLabel(setup, { name, role: "", secret: own, symbology }))
      }
    />
  );
}
