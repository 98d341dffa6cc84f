import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReturnRow } from "#app/domain/warehouse/returns/list-returns.server.ts";
import type { Returnable } from "#app/domain/warehouse/returns/read-returnable.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ReasonFields } from "./reason-fields.tsx";
import { ReturnStanding } from "./return-standing.tsx";
import { type ReturnForm, useReturnForm } from "./use-return-form.ts";

export type OrderReturnsFacts = { returnable: Returnable; returns: readonly ReturnRow[] };

/** What of an order came or comes back, and the way to ask for more of it. */
export function OrderReturns({ facts: { returnable, returns }, mayWork }: { facts: OrderReturnsFacts; mayWork: boolean }) {
  const { t } = useTranslation("returns");
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  // Here and not in the dialog: once all of an order is in a return, the button that opens it is gone.
  const form = useReturnForm(({ id }) => {
    toast.ok(t("savedToast"));
    setIsOpen(false);
    void navigate(`/warehouse/returns/${id}`);
  });
  const canReturn = mayWork && returnable.lines.some(({ left }) => left > 0);
  return (
    <>
      {!canReturn && returns.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {canReturn ? (
            <Button icon={<Undo2 aria-hidden />} onClick={() => setIsOpen(true)}>
              {t("returnGoods")}
            </Button>
          ) : null}
          <ReturnsOfOrder returns={returns} />
        </div>
      )}
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("returnGoods")}
        description={t("returnGoodsText", { ref: returnable.orderRef })}
      >
        {isOpen ? <ReturnGoodsForm form={form} returnable={returnable} /> : null}
      </Dialog>
    </>
  );
}

function ReturnsOfOrder({ returns }: Pick<OrderReturnsFacts, "returns">) {
  const { t } = useTranslation("returns");
  if (returns.length === 0) return null;
  return (
    <ul aria-label={t("ofOrder")} className="flex flex-wrap gap-x-4 gap-y-2">
      {returns.map((row) => (
        <li key={row.id} className="flex items-center gap-2">
          <Link to={`/warehouse/returns/${row.id}`} className="underline underline-offset-4">
            {t("one", { label: row.label })}
          </Link>
          <ReturnStanding state={row.state} />
        </li>
      ))}
    </ul>
  );
}

function ReturnGoodsForm({ form: { fetcher, fields, error, isBusy }, returnable }: { form: ReturnForm; returnable: Returnable }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  // What is left when the form opens is what its lines are: a change elsewhere does not move them under somebody's hands.
  const [lines] = useState(() => returnable.lines.filter(({ left }) => left > 0));
  const known = lines.filter(({ variantId }) => variantId !== null);
  return (
    <fetcher.Form method="post" action="/warehouse/returns" noValidate className="grid gap-5">
      <input type="hidden" name="intent" value="create" />
      <input type="hidden" name="orderId" value={returnable.orderId} />
      {error === undefined ? null : <InlineAlert tone="wrong" title={fields["lines"] ?? Object.values(fields)[0] ?? error} />}
      <ul className="grid gap-4">
        {lines.map((line) => (
          <li key={line.id} className="grid gap-1">
            {line.variantId === null ? (
              <p>
                {line.title} <span className="text-sm text-muted">{t("unknownProduct")}</span>
              </p>
            ) : (
              <>
                <input type="hidden" name="orderLineId" value={line.id} />
                <Field
                  label={line.title}
                  name="quantity"
                  description={t("leftOf", { count: line.left, shown: formatNumber(line.left, locale) })}
                >
                  <Input inputMode="numeric" maxLength={6} defaultValue={known.length === 1 ? line.left : 0} autoComplete="off" />
                </Field>
              </>
            )}
          </li>
        ))}
      </ul>
      <ReasonFields fields={fields} />
      <p>
        <Button type="submit" variant="primary" loading={isBusy}>
          {t("save")}
        </Button>
      </p>
    </fetcher.Form>
  );
}
