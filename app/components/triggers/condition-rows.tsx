import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import {
  type Comparator,
  comparators,
  comparatorsOf,
  type Condition,
  type ConditionSet,
  type Field as Asked,
  mostConditions,
} from "#app/domain/conditions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useConditionWords } from "./use-condition-words.ts";

type ConditionRowsProps = { set: ConditionSet; fields: readonly Asked[]; errors: Readonly<Record<string, string>> };

/** Which conditions, all or any of them. A line without a field counts for nothing. */
export function ConditionRows({ set, fields, errors }: ConditionRowsProps) {
  const { t } = useTranslation("triggers");
  const isHydrated = useHydrated();
  const [added, setAdded] = useState(0);
  // Without scripts nobody can add a line: some stand there empty.
  const rows = Math.max(set.conditions.length, 1) + (isHydrated ? added : 2);
  return (
    <div className="grid gap-4">
      <Field label={t("form.match")} name="match">
        <NativeSelect
          className="sm:w-72"
          defaultValue={set.match}
          options={[
            { value: "all", label: t("form.matchAll") },
            { value: "any", label: t("form.matchAny") },
          ]}
        />
      </Field>
      {Array.from({ length: rows }, (_one, index) => ({ key: `condition ${index}`, index })).map(({ key, index }) => (
        <ConditionRow key={key} index={index} saved={set.conditions[index]} fields={fields} errors={errors} />
      ))}
      {isHydrated && rows < mostConditions ? (
        <p>
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setAdded(added + 1)}>
            {t("form.addCondition")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

type ConditionRowProps = {
  index: number;
  saved: Condition | undefined;
  fields: readonly Asked[];
  errors: Readonly<Record<string, string>>;
};

function ConditionRow({ index, saved, fields, errors }: ConditionRowProps) {
  const { t } = useTranslation("triggers");
  const { fieldOf, isOf } = useConditionWords();
  const [name, setName] = useState(saved?.field ?? "");
  const field = fields.find((one) => one.name === name);
  const offered: readonly Comparator[] = field === undefined ? comparators : comparatorsOf[field.kind];
  const number = index + 1;
  const errorOf = (part: string) => errors[`conditions.${index}.${part}`];
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[2fr_1.3fr_2fr]">
      <Field label={t("form.field", { number })} name={`condition.${index}.field`} error={errorOf("field")}>
        <NativeSelect
          value={name}
          onChange={(event) => setName(event.target.value)}
          options={[{ value: "", label: t("form.noField") }, ...fields.map((one) => ({ value: one.name, label: fieldOf(one.name) }))]}
        />
      </Field>
      <Field label={t("form.is", { number })} name={`condition.${index}.is`} error={errorOf("is")}>
        <NativeSelect
          key={field?.kind ?? ""}
          defaultValue={saved?.field === name ? saved.is : offered[0]}
          options={offered.map((is) => ({ value: is, label: isOf(is) }))}
        />
      </Field>
      <ValueField key={name} index={index} field={field} saved={saved?.field === name ? saved.value : undefined} error={errorOf("value")} />
    </div>
  );
}

/** As its reader would type it. */
function figureText(saved: number, isMoney: boolean, locale: Locale): string {
  const digits = isMoney ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 4 };
  return formatNumber(isMoney ? saved / 100 : saved, locale, digits);
}

type ValueFieldProps = { index: number; field: Asked | undefined; saved: number | string | undefined; error: string | undefined };

function ValueField({ index, field, saved, error }: ValueFieldProps) {
  const { t } = useTranslation("triggers");
  const { choiceOf } = useConditionWords();
  const locale = useLocale();
  const shown = typeof saved === "number" ? figureText(saved, field?.unit === "money", locale) : (saved ?? "");
  const options = field?.kind === "choice" ? field.options : undefined;
  return (
    <Field label={t("form.value", { number: index + 1 })} name={`condition.${index}.value`} error={error}>
      {options === undefined ? (
        <Input defaultValue={shown} maxLength={200} autoComplete="off" inputMode={field?.kind === "number" ? "decimal" : "text"} />
      ) : (
        <NativeSelect defaultValue={shown} options={options.map((value) => ({ value, label: choiceOf(value) }))} />
      )}
    </Field>
  );
}
