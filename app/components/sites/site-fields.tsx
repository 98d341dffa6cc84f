import type { ReactNode } from "react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { consentModes } from "#app/domain/sites/kinds.ts";
import type { SiteDefinition } from "#app/domain/sites/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Errors = Record<string, string>;
type SiteFieldsProps = { draft: SiteDefinition; errors: Errors };

/** The error of a list, or of the first of its entries that has one. */
function errorOf(errors: Errors, name: string): string | undefined {
  return errors[name] ?? Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];
}

/** Headings of its parts come below the page's own, or below that of the card it stands in. */
export function SiteFields({ draft, errors, level = 2 }: SiteFieldsProps & { level?: 2 | 3 }) {
  const { t } = useTranslation("sites");
  return (
    <div className="grid gap-8">
      <Part title={t("basics.title")} text={t("basics.text")} level={level}>
        <Field label={t("fields.name")} name="name" error={errors["name"]} required>
          <Input defaultValue={draft.name} maxLength={80} autoComplete="off" />
        </Field>
        <RadioGroup
          name="kind"
          label={t("fields.kind")}
          defaultValue={draft.kind}
          error={errors["kind"]}
          options={[
            { value: "web", label: t("fields.kindWeb") },
            { value: "app", label: t("fields.kindApp") },
          ]}
        />
        <Field label={t("fields.domains")} name="domains" description={t("fields.domainsHint")} error={errorOf(errors, "domains")}>
          <Textarea defaultValue={draft.domains.join("\n")} rows={3} className="font-mono" spellCheck={false} />
        </Field>
      </Part>
      <PrivacyFields draft={draft} errors={errors} level={level} />
      <KeepingFields draft={draft} errors={errors} level={level} />
    </div>
  );
}

type Level = { level: 2 | 3 };

function Part({ title, text, level, children }: Level & { title: string; text: string; children: ReactNode }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="grid gap-5 lg:grid-cols-[14rem_1fr] lg:gap-8">
      <header>
        <Heading className="font-semibold">{title}</Heading>
        <p className="text-sm text-muted">{text}</p>
      </header>
      <div className="grid max-w-2xl gap-5">{children}</div>
    </section>
  );
}

function PrivacyFields({ draft, errors, level }: SiteFieldsProps & Level) {
  const { t } = useTranslation("sites");
  return (
    <Part title={t("privacy.title")} text={t("privacy.text")} level={level}>
      <RadioGroup
        name="consentMode"
        label={t("fields.consentMode")}
        defaultValue={draft.consentMode}
        error={errors["consentMode"]}
        cards
        options={consentModes.map((mode) => ({
          value: mode,
          label: t(`fields.modes.${mode}`),
          description: t(`fields.modes.${mode}Text`),
        }))}
      />
      <Field label={t("fields.honours")} name="honoursPrivacySignals" description={t("fields.honoursHint")} inline>
        <Checkbox defaultChecked={draft.honoursPrivacySignals} value="on" />
      </Field>
      <Field
        label={t("fields.mask")}
        name="maskSelectors"
        description={t("fields.maskHint")}
        error={errorOf(errors, "maskSelectors")}
        optional
      >
        <Textarea defaultValue={draft.maskSelectors.join("\n")} rows={3} className="font-mono" spellCheck={false} />
      </Field>
      <Field
        label={t("fields.kept")}
        name="keptParameters"
        description={t("fields.keptHint")}
        error={errorOf(errors, "keptParameters")}
        optional
      >
        <Textarea defaultValue={draft.keptParameters.join("\n")} rows={3} className="font-mono" spellCheck={false} />
      </Field>
      <NumberField
        name="samplePercent"
        label={t("fields.sample")}
        unit={t("fields.sampleUnit")}
        hint={t("fields.sampleHint")}
        value={draft.samplePercent}
        error={errors["samplePercent"]}
      />
    </Part>
  );
}

function KeepingFields({ draft, errors, level }: SiteFieldsProps & Level) {
  const { t } = useTranslation("sites");
  const kept = [
    { name: "rawDays", label: t("fields.raw"), hint: t("fields.rawHint"), value: draft.retention.rawDays },
    { name: "sessionDays", label: t("fields.session"), hint: t("fields.sessionHint"), value: draft.retention.sessionDays },
    { name: "interactionDays", label: t("fields.interaction"), hint: t("fields.interactionHint"), value: draft.retention.interactionDays },
  ];
  return (
    <Part title={t("keeping.title")} text={t("keeping.text")} level={level}>
      <NumberField
        name="sessionIdleMinutes"
        label={t("fields.idle")}
        unit={t("fields.idleUnit")}
        hint={t("fields.idleHint")}
        value={draft.sessionIdleMinutes}
        error={errors["sessionIdleMinutes"]}
      />
      {kept.map((one) => (
        <NumberField key={one.name} {...one} unit={t("fields.days")} error={errors[`retention.${one.name}`]} />
      ))}
    </Part>
  );
}

type NumberFieldProps = { name: string; label: string; unit: string; hint: string; value: number; error: string | undefined };

/** The unit stands in the label, where a screen reader says it too. */
function NumberField({ name, label, unit, hint, value, error }: NumberFieldProps) {
  return (
    <Field label={`${label} (${unit})`} name={name} description={hint} error={error}>
      <Input defaultValue={value} inputMode="numeric" className="max-w-28" />
    </Field>
  );
}
