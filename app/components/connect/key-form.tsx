import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import type { KeysAnswer } from "#app/components/settings/keys-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { type AssistantRight, assistantRights } from "#app/domain/accounts/assistant-scopes.ts";

const lifetimesDays = [30, 90, 365];

export type OfferedTools = Record<AssistantRight, { title: string; asks: boolean }[]>;
type KeyFormProps = { fetcher: FetcherWithComponents<KeysAnswer>; answer: KeysAnswer | undefined; tools: OfferedTools };

export function KeyForm({ fetcher, answer, tools }: KeyFormProps) {
  const { t } = useTranslation(["connect", "settings"]);
  const fields = answer?.ok === false ? answer.fields : {};
  const expiry = [
    ...lifetimesDays.map((days) => ({ value: String(days), label: t("keys.days", { ns: "settings", count: days }) })),
    { value: "", label: t("keys.never", { ns: "settings" }) },
  ];
  const options = assistantRights.map((right) => ({
    value: right,
    label: `${t(`key.rights.${right}.label`)} · ${t("key.tools", { count: tools[right].length })}`,
    description: t(`key.rights.${right}.text`),
  }));
  return (
    <Card>
      <CardHeader title={t("key.title")} description={t("key.text")} />
      <fetcher.Form method="post" action="/settings/connect" noValidate>
        <CardBody className="grid gap-5">
          {answer?.ok === false && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={answer.error} /> : null}
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t("key.name")} name="name" required description={t("key.nameHint")} error={fields["name"]}>
              <Input maxLength={60} autoComplete="off" />
            </Field>
            <Field label={t("keys.expiry", { ns: "settings" })} name="expiresInDays" error={fields["expiresInDays"]}>
              <NativeSelect options={expiry} defaultValue="90" />
            </Field>
          </div>
          <RadioGroup cards name="right" label={t("key.right")} options={options} defaultValue="look" error={fields["right"]} />
          <ToolNames tools={tools.ask} />
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("key.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}

function ToolNames({ tools }: { tools: OfferedTools["ask"] }) {
  const { t } = useTranslation("connect");
  return (
    <details className="text-sm text-muted">
      <summary className="w-fit cursor-pointer rounded-sm hover:text-ink">{t("key.seeTools")}</summary>
      <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {tools.map(({ title, asks }) => (
          <li key={title}>
            {title}
            {asks ? <span className="text-faint"> · {t("key.toolsHint")}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
