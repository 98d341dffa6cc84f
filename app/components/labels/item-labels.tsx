import { useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { itemLabel } from "#app/domain/warehouse/labels/item-label.ts";
import { labelSet } from "#app/domain/warehouse/labels/label-set.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LabelDialog } from "./label-dialog.tsx";

type Item = { sku: string; title: string; gtin: string | null };

/** Labels of one SKU, with what is known of the very goods they go on. */
export function ItemLabels({ item, close }: { item: Item; close: () => void }) {
  const { t } = useTranslation("labels");
  const [lot, setLot] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const [units, setUnits] = useState<number | null>(null);
  return (
    <LabelDialog
      close={close}
      title={t("itemTitle", { sku: item.sku })}
      description={t(item.gtin === null ? "itemOwnText" : "itemText")}
      fileName={item.sku.replaceAll(/[^\w-]+/g, "-")}
      setOf={({ symbology, ...options }) =>
        labelSet([item], options, (setup, one) => itemLabel(setup, { ...one, lot: lot.trim(), expiresOn, count: units, symbology }))
      }
    >
      <div className="grid gap-5 sm:grid-cols-3">
        <Field label={t("lot")} optional>
          <Input mono maxLength={20} autoComplete="off" value={lot} onChange={({ target }) => setLot(target.value)} />
        </Field>
        <Field label={t("expiresOn")} optional>
          <Input type="date" value={expiresOn} onChange={({ target }) => setExpiresOn(target.value)} />
        </Field>
        <Field label={t("quantity")} optional>
          <Input
            type="number"
            min={1}
            max={99_999_999}
            onChange={({ target }) => setUnits(target.value === "" ? null : target.valueAsNumber)}
          />
        </Field>
      </div>
    </LabelDialog>
  );
}
