import type { FetcherWithComponents } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { TabletsAnswer } from "./tablets-answer.ts";

type NewTabletProps = { warehouses: { id: string; name: string }[]; fetcher: FetcherWithComponents<TabletsAnswer> };

export function NewTabletCard({ warehouses, fetcher }: NewTabletProps) {
  const { t } = useTranslation("tablets");
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  return (
    <Card>
      <CardHeader title={t("add")} description={t("addText")} />
      <CardBody>
        {warehouses.length === 0 ? (
          <div className="grid justify-items-start gap-3">
            <p className="text-muted">{t("noWarehouse")}</p>
            <LinkButton to="/warehouse">{t("toWarehouse")}</LinkButton>
          </div>
        ) : (
          <fetcher.Form method="post" action="/warehouse/tablets" noValidate className="grid max-w-md gap-5">
            {problem !== undefined && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
            <input type="hidden" name="intent" value="pair" />
            <Field label={t("warehouse")} name="warehouseId" required error={problem?.fields["warehouseId"]}>
              <NativeSelect options={warehouses.map(({ id, name }) => ({ value: id, label: name }))} />
            </Field>
            <Field label={t("name")} name="name" required description={t("nameHint")} error={problem?.fields["name"]}>
              <Input maxLength={40} autoComplete="off" />
            </Field>
            <Button type="submit" variant="primary" className="justify-self-start" loading={fetcher.state !== "idle"}>
              {t("make")}
            </Button>
          </fetcher.Form>
        )}
      </CardBody>
    </Card>
  );
}
