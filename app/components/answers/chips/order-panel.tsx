import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PopoverPanel } from "#app/components/ui/popover-panel.tsx";
import { maxRows } from "#app/domain/metrics/kinds.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChipMenuProps } from "../query-chips.tsx";

const orders = ["usual", "value-down", "value-up", "change-down", "change-up", "label-up", "time-up", "time-down"] as const;
type Order = (typeof orders)[number];

function nameOf(order: MetricQuery["order"]): Order {
  const name = order === null ? "usual" : `${order.by}-${order.isDescending ? "down" : "up"}`;
  return orders.find((one) => one === name) ?? "usual";
}

function orderOf(name: string): MetricQuery["order"] {
  const [by, way] = name.split("-");
  const known = (["value", "change", "label", "time"] as const).find((one) => one === by);
  return known === undefined ? null : { by: known, isDescending: way === "down" };
}

/** Which rows come first, and how many of them. */
export function OrderPanel({ query, onRefine, trigger }: ChipMenuProps & { trigger: ReactNode }) {
  const { t } = useTranslation("answers");
  const [isOpen, setOpen] = useState(true);
  const [order, setOrder] = useState<string>(nameOf(query.order));
  const [limit, setLimit] = useState(String(query.limit));
  const count = Number(limit);
  const isFit = Number.isInteger(count) && count >= 1 && count <= maxRows;
  const fits = (name: Order) =>
    !(name.startsWith("change") && query.compare === "none") &&
    !(name.startsWith("time") && query.grain === null) &&
    !(name.startsWith("label") && query.by.length === 0);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isFit) return;
    setOpen(false);
    onRefine({ ...query, order: orderOf(order), limit: count });
  }
  return (
    <PopoverPanel trigger={trigger} label={t("query.order")} open={isOpen} onOpenChange={setOpen}>
      <form className="grid gap-3" onSubmit={submit} noValidate>
        <Field label={t("query.order")}>
          <NativeSelect
            value={order}
            onChange={(event) => setOrder(event.target.value)}
            options={orders.filter(fits).map((value) => ({ value, label: t(`orders.${value}`) }))}
          />
        </Field>
        <Field label={t("query.limit")} error={isFit ? undefined : t("query.limitWrong", { most: maxRows })}>
          <Input inputMode="numeric" value={limit} onChange={(event) => setLimit(event.target.value)} />
        </Field>
        {query.having === null ? null : (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              setOpen(false);
              onRefine({ ...query, having: null });
            }}
          >
            {t("query.anySize")}
          </Button>
        )}
        <Button type="submit" size="sm">
          {t("query.apply")}
        </Button>
      </form>
    </PopoverPanel>
  );
}
