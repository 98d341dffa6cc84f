import { useRef } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { TabletsAnswer } from "./tablets-answer.ts";

export function PinCard() {
  const { t } = useTranslation("tablets");
  const fetcher = useFetcher<TabletsAnswer>();
  const form = useRef<HTMLFormElement>(null);
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    form.current?.reset();
    toast.ok(t("pinSet"));
  });
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  return (
    <Card>
      <CardHeader title={t("pinTitle")} description={t("pinText")} />
      <CardBody>
        <fetcher.Form ref={form} method="post" action="/warehouse/tablets" noValidate className="flex flex-wrap items-start gap-4">
          <input type="hidden" name="intent" value="set-pin" />
          <Field label={t("pin")} name="pin" required error={problem === undefined ? undefined : (problem.fields["pin"] ?? problem.error)}>
            <Input type="password" inputMode="numeric" autoComplete="off" maxLength={6} className="max-w-40" />
          </Field>
          <Button type="submit" className="mt-6" loading={fetcher.state !== "idle"}>
            {t("setPin")}
          </Button>
        </fetcher.Form>
      </CardBody>
    </Card>
  );
}
