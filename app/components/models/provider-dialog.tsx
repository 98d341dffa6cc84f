import { useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { type ProviderKind, providerKinds } from "#app/domain/ai/kinds.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AiSettingsAnswer } from "./answers.ts";
import { usdText } from "./usd.ts";

/** Models whose price is known, for choosing from. */
export type PricedModels = Record<ProviderKind, string[]>;
type ProviderDialogProps = {
  opened: ProviderRow | "new" | null;
  priced: PricedModels;
  fetcher: FetcherWithComponents<AiSettingsAnswer>;
  onClose: () => void;
};

/** A provider that is new or is to change. Its fetcher belongs to the page, whose list changes underneath. */
export function ProviderDialog({ opened, priced, fetcher, onClose }: ProviderDialogProps) {
  const { t } = useTranslation("models");
  if (opened === null) return null;
  const provider = opened === "new" ? undefined : opened;
  return (
    <Dialog open onOpenChange={onClose} title={provider === undefined ? t("form.add") : t("provider.editLabel", { name: provider.name })}>
      <ProviderForm key={provider?.id ?? "new"} provider={provider} priced={priced} fetcher={fetcher} />
    </Dialog>
  );
}

type FormProps = { provider: ProviderRow | undefined } & Pick<ProviderDialogProps, "priced" | "fetcher">;

function ProviderForm({ provider, priced, fetcher }: FormProps) {
  const { t } = useTranslation("models");
  const [kind, setKind] = useState<ProviderKind>(provider?.kind ?? "groq");
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  const fields = problem?.fields ?? {};
  const isOwn = kind === "openai-compatible";
  const chat = priced[kind].filter((model) => !isForSearch(model));
  return (
    <fetcher.Form method="post" action="/settings/ai" noValidate autoComplete="off" className="grid gap-5">
      {problem !== undefined && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <input type="hidden" name="intent" value={provider === undefined ? "add" : "change"} />
      {provider === undefined ? (
        <Field label={t("form.kind")} name="kind" error={fields["kind"]}>
          <NativeSelect
            options={providerKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
            value={kind}
            onChange={(event) => setKind(providerKinds.find((one) => one === event.target.value) ?? "groq")}
          />
        </Field>
      ) : (
        <>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={provider.id} />
          <input type="hidden" name="version" value={provider.version} />
        </>
      )}
      <Field label={t("form.name")} name="name" required description={t("form.nameHint")} error={fields["name"]}>
        <Input key={kind} maxLength={60} autoComplete="off" defaultValue={provider?.name ?? t(`kinds.${kind}`)} />
      </Field>
      <KeyField provider={provider} isOwn={isOwn} error={fields["apiKey"]} />
      {kind === "workers-ai" && provider === undefined ? (
        <Field label={t("form.accountId")} name="accountId" description={t("form.accountIdHint")} error={fields["accountId"]}>
          <Input maxLength={64} autoComplete="off" />
        </Field>
      ) : null}
      <Field
        label={t("form.models")}
        name="models"
        required
        description={`${t("form.modelsHint")} ${chat.length === 0 ? "" : t("form.known", { models: chat.join(", ") })}`}
        error={fieldStarting(fields, "models")}
      >
        <Textarea
          key={kind}
          rows={3}
          spellCheck={false}
          className="font-mono"
          defaultValue={(provider?.models ?? chat.slice(0, 2)).join("\n")}
        />
      </Field>
      <Field
        label={t("form.baseUrl")}
        name="baseUrl"
        required={isOwn}
        optional={!isOwn}
        description={isOwn ? t("form.baseUrlNeeded") : t("form.baseUrlHint")}
        error={fields["baseUrl"]}
      >
        <Input type="url" maxLength={300} autoComplete="off" defaultValue={provider?.baseUrl ?? ""} />
      </Field>
      <MoreFields provider={provider} fields={fields} />
      <Button type="submit" variant="primary" className="justify-self-end" loading={fetcher.state !== "idle"}>
        {provider === undefined ? t("form.add") : t("form.save")}
      </Button>
    </fetcher.Form>
  );
}

function KeyField({ provider, isOwn, error }: { provider: ProviderRow | undefined; isOwn: boolean; error: string | undefined }) {
  const { t } = useTranslation("models");
  const keyHint = provider?.keyHint ?? null;
  const hint = isOwn ? `${t("form.keyOptional")} ${t("form.keyHint")}` : t("form.keyHint");
  return (
    <Field
      label={t("form.key")}
      name="apiKey"
      required={provider === undefined && !isOwn}
      description={keyHint === null ? hint : t("form.keyKept", { hint: keyHint })}
      error={error}
    >
      <PasswordInput maxLength={400} autoComplete="new-password" spellCheck={false} />
    </Field>
  );
}

function MoreFields({ provider, fields }: { provider: ProviderRow | undefined; fields: Record<string, string> }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const [own] = Object.values(provider?.ownPrices ?? {});
  const priceText = (microUsd: number | undefined) => (microUsd === undefined ? "" : usdText(microUsd, locale));
  return (
    <>
      <Field
        label={t("form.embeddingModels")}
        name="embeddingModels"
        optional
        description={t("form.embeddingModelsHint")}
        error={fieldStarting(fields, "embeddingModels")}
      >
        <Textarea rows={2} spellCheck={false} className="min-h-16 font-mono" defaultValue={provider?.embeddingModels.join("\n")} />
      </Field>
      <fieldset className="grid gap-3">
        <legend className="text-sm font-semibold">{t("form.prices")}</legend>
        <p className="text-sm text-muted">{t("form.pricesHint")}</p>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("form.inputPrice")} name="inputPrice" optional error={fields["inputPrice"]}>
            <Input inputMode="decimal" maxLength={14} autoComplete="off" defaultValue={priceText(own?.inputMicroUsdPerMillion)} />
          </Field>
          <Field label={t("form.outputPrice")} name="outputPrice" optional error={fields["outputPrice"]}>
            <Input inputMode="decimal" maxLength={14} autoComplete="off" defaultValue={priceText(own?.outputMicroUsdPerMillion)} />
          </Field>
        </div>
      </fieldset>
    </>
  );
}

/** A list says which of its lines is wrong; the field is one. */
function fieldStarting(fields: Record<string, string>, name: string): string | undefined {
  return Object.entries(fields).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
}

function isForSearch(model: string): boolean {
  return /embed|bge-/.test(model);
}
