import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { SavedSettings } from "#app/domain/public-chat/chat-row.ts";
import type { Paragraph } from "#app/domain/public-chat/paragraphs.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type ChatAnswer = { ok: true; intent: "save" } | { ok: true; intent: "forget"; forgotten: number } | FormProblem;
type Errors = Record<string, string>;

/** What a site's visitors may hear. It begins anew only when the settings did change, not while somebody writes. */
export function ChatSettingsCard({ settings, paragraphs }: { settings: SavedSettings; paragraphs: readonly Paragraph[] }) {
  const { t } = useTranslation("visitors");
  const saving = useFetcher<ChatAnswer>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("settings.saved"));
  });
  const problem = saving.data?.ok === false && saving.state === "idle" ? saving.data : undefined;
  const errors = problem?.fields ?? {};
  return (
    <Card key={settings.version}>
      <CardHeader title={t("settings.title")} description={t("settings.text")} />
      <saving.Form method="post" noValidate>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="version" value={settings.version} />
        <CardBody className="grid gap-6">
          {problem === undefined ? null : (
            <InlineAlert tone="wrong" title={problem.code === "conflict" ? t("settings.changedElsewhere") : problem.error} />
          )}
          <Flag name="isOn" label={t("settings.isOn")} hint={t("settings.isOnHint")} isOn={settings.isOn} />
          <Texts settings={settings} paragraphs={paragraphs} errors={errors} />
          <Flag name="showsPrices" label={t("settings.showsPrices")} hint={t("settings.showsPricesHint")} isOn={settings.showsPrices} />
          <Flag
            name="showsAvailability"
            label={t("settings.showsAvailability")}
            hint={t("settings.showsAvailabilityHint")}
            isOn={settings.showsAvailability}
          />
          <Flag name="usesModel" label={t("settings.usesModel")} hint={t("settings.usesModelHint")} isOn={settings.usesModel} />
          <Limits settings={settings} errors={errors} />
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={saving.state !== "idle"}>
            {t("settings.save")}
          </Button>
        </CardFooter>
      </saving.Form>
    </Card>
  );
}

function Flag({ name, label, hint, isOn }: { name: string; label: string; hint: string; isOn: boolean }) {
  return (
    <Field label={label} name={name} description={hint} inline>
      <Checkbox defaultChecked={isOn} value="on" />
    </Field>
  );
}

function Texts({ settings, paragraphs, errors }: { settings: SavedSettings; paragraphs: readonly Paragraph[]; errors: Errors }) {
  const { t } = useTranslation("visitors");
  const marked = new Set(settings.publicParagraphs);
  return (
    <>
      <Field label={t("settings.greeting")} name="greeting" description={t("settings.greetingHint")} error={errors["greeting"]} optional>
        <Input defaultValue={settings.greeting} maxLength={200} autoComplete="off" />
      </Field>
      <Field
        label={t("settings.publicText")}
        name="publicText"
        description={t("settings.publicTextHint")}
        error={errors["publicText"]}
        optional
      >
        <Textarea defaultValue={settings.publicText} rows={7} maxLength={4_000} />
      </Field>
      <fieldset className="grid gap-2.5">
        <legend className="mb-1 font-semibold">{t("settings.paragraphs")}</legend>
        <p className="text-sm text-faint">{paragraphs.length === 0 ? t("settings.noParagraphs") : t("settings.paragraphsHint")}</p>
        {paragraphs.map(({ print, text }) => (
          <Field key={print} label={<span className="whitespace-pre-line">{text}</span>} name="publicParagraphs" inline>
            <Checkbox defaultChecked={marked.has(print)} value={print} />
          </Field>
        ))}
      </fieldset>
    </>
  );
}

function Limits({ settings, errors }: { settings: SavedSettings; errors: Errors }) {
  const { t } = useTranslation("visitors");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{t("settings.limits")}</legend>
      <p className="text-sm text-faint">{t("settings.limitsText")}</p>
      <Count name="questionsPerDay" label={t("settings.questionsPerDay")} value={settings.questionsPerDay} errors={errors} />
      <Count
        name="modelAnswersPerDay"
        label={t("settings.modelAnswersPerDay")}
        hint={t("settings.modelAnswersHint")}
        value={settings.modelAnswersPerDay}
        errors={errors}
      />
      <Count name="keepDays" label={t("settings.keepDays")} hint={t("settings.keepDaysHint")} value={settings.keepDays} errors={errors} />
    </fieldset>
  );
}

type CountProps = { name: string; label: string; hint?: string; value: number; errors: Errors };

function Count({ name, label, hint, value, errors }: CountProps) {
  return (
    <Field label={label} name={name} description={hint} error={errors[name]}>
      <Input defaultValue={value} inputMode="numeric" className="max-w-28" />
    </Field>
  );
}
