import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import type { KeysAnswer } from "./keys-answer.ts";
import { ScopePicker } from "./scope-picker.tsx";

const lifetimesDays = [30, 90, 365];

type NewKeyFormProps = { fetcher: FetcherWithComponents<KeysAnswer>; answer: KeysAnswer | undefined };

export function NewKeyForm({ fetcher, answer }: NewKeyFormProps) {
  const { t } = useTranslation(["settings", "common"]);
  const fields = answer?.ok === false ? answer.fields : {};
  const scopeProblem = Object.entries(fields).find(([name]) => name.startsWith("scopes"))?.[1];
  const expiry = [
    ...lifetimesDays.map((days) => ({ value: String(days), label: t("keys.days", { count: days }) })),
    { value: "", label: t("keys.never") },
  ];
  return (
    <Card>
      <CardHeader title={t("keys.create")} />
      <fetcher.Form method="post" action="/settings/api-keys?new=1" noValidate>
        <CardBody className="grid gap-5">
          {answer?.ok === false && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={answer.error} /> : null}
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t("keys.name")} name="name" required description={t("keys.nameHint")} error={fields["name"]}>
              <Input maxLength={60} autoComplete="off" autoFocus />
            </Field>
            <Field label={t("keys.expiry")} name="expiresInDays" error={fields["expiresInDays"]}>
              <NativeSelect options={expiry} defaultValue="90" />
            </Field>
          </div>
          <ScopePicker error={scopeProblem} />
        </CardBody>
        <CardFooter>
          <LinkButton to="/settings/api-keys" preventScrollReset variant="ghost">
            {t("cancel", { ns: "common" })}
          </LinkButton>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("keys.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}
