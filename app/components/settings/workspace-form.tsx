import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { languageOptions } from "#app/components/shell/preference-options.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { CurrencyPicker, TimeZonePicker } from "./pick-or-type.tsx";
import { useAnswer } from "./use-answer.ts";
import { useVersionedDraft } from "./use-versioned-draft.ts";
import { ConflictNotice, Theirs } from "./version-conflict.tsx";

export type WorkspaceValues = { name: string; timeZone: string; currency: string; locale: string; version: number };
type Answer = { ok: true } | FormProblem;
type FieldName = "name" | "timeZone" | "currency" | "locale";

export function WorkspaceForm({ saved, posted }: { saved: WorkspaceValues; posted: Answer | undefined }) {
  const { t } = useTranslation("settings");
  const isHydrated = useHydrated();
  const fetcher = useFetcher<Answer>();
  const { draft, change, version, isBehind, isCompared, refuse, adopt, settle } = useVersionedDraft(saved);
  useAnswer(fetcher, (told) => {
    if (!told.ok && told.code === "conflict") refuse();
    if (!told.ok) return;
    settle();
    toast.ok(t("workspace.savedToast"));
  });
  const answer = fetcher.data ?? posted;
  const fields = answer?.ok === false ? answer.fields : {};
  const labelOf = (name: FieldName) =>
    name === "locale" ? (languageOptions.find((option) => option.value === saved.locale)?.label ?? saved.locale) : saved[name];
  const theirs = (name: FieldName): ReactNode =>
    isCompared && draft[name] !== saved[name] ? <Theirs value={labelOf(name)} use={() => change({ [name]: saved[name] })} /> : undefined;
  return (
    <Card>
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          <Notices
            answer={answer}
            isBehind={isBehind && fetcher.state === "idle"}
            isCompared={isCompared}
            adopt={adopt}
            isHydrated={isHydrated}
          />
          <Field label={t("workspace.name")} name="name" required error={fields["name"]} description={theirs("name")}>
            <Input
              maxLength={80}
              autoComplete="organization"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field
            label={t("workspace.language")}
            name="locale"
            error={fields["locale"]}
            description={theirs("locale") ?? t("workspace.languageHint")}
          >
            <NativeSelect value={draft.locale} onChange={(event) => change({ locale: event.target.value })} options={languageOptions} />
          </Field>
          <Field
            label={t("workspace.timeZone")}
            name="timeZone"
            required
            error={fields["timeZone"]}
            description={theirs("timeZone") ?? (isHydrated ? t("workspace.timeZoneHint") : t("zone.typed"))}
          >
            <TimeZonePicker value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} />
          </Field>
          <Field
            label={t("workspace.currency")}
            name="currency"
            required
            error={fields["currency"]}
            description={theirs("currency") ?? (isHydrated ? t("workspace.currencyHint") : t("workspace.currencyTyped"))}
          >
            <CurrencyPicker value={draft.currency} onChange={(currency) => change({ currency })} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("workspace.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}

type NoticesProps = { answer: Answer | undefined; isBehind: boolean; isCompared: boolean; adopt: () => void; isHydrated: boolean };

function Notices({ answer, isBehind, isCompared, adopt, isHydrated }: NoticesProps) {
  const { t } = useTranslation("settings");
  if (isBehind || isCompared) return <ConflictNotice isBehind={isBehind} isCompared={isCompared} adopt={adopt} />;
  if (answer?.ok && !isHydrated) return <InlineAlert tone="ok" className="sm:col-span-2" title={t("workspace.savedToast")} />;
  if (answer?.ok !== false || Object.keys(answer.fields).length > 0 || (isHydrated && answer.code === "conflict")) return null;
  return <InlineAlert tone="wrong" className="sm:col-span-2" title={answer.error} />;
}
