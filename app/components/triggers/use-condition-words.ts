import { humanise } from "#app/components/agents/humanise.ts";
import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Condition, ConditionSet, Field } from "#app/domain/conditions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What is asked of events and proposals, as people say it. */
export function useConditionWords() {
  const { t } = useTranslation("triggers");
  const known = useKnownText();
  const locale = useLocale();
  const plainField = (name: string) => known("triggers", `fields.${name}`) ?? known("automation", `factNames.${name}`) ?? humanise(name);
  const fieldOf = (name: string): string => {
    const [part = "", ...rest] = name.split(".");
    if (rest.length === 0) return plainField(name);
    const says = known("triggers", `policies.parts.${part}`) ?? part;
    return t("policies.fieldOf", { field: plainField(rest.join(".")), part: says });
  };
  const choiceOf = (value: string): string =>
    known("triggers", `choices.${value}`) ??
    known("automation", `agentNames.${value}`) ??
    known("automation", `tools.${value}`) ??
    known("notifications", `alerts.${value}`) ??
    known("advice", `rules.${value}.title`) ??
    known("settings", `audit.actions.${value}`) ??
    humanise(value);
  const valueOf = (field: string, value: number | string, fields: readonly Field[]): string => {
    const about = fields.find(({ name }) => name === field);
    if (typeof value === "number") {
      return about?.unit === "money"
        ? formatNumber(value / 100, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
        : formatNumber(value, locale, { maximumFractionDigits: 2 });
    }
    return about?.kind === "choice" ? choiceOf(value) : `“${value}”`;
  };
  const isOf = (is: Condition["is"]) => t(`comparators.${is}`);
  const conditionOf = ({ field, is, value }: Condition, fields: readonly Field[]): string =>
    t("condition", { field: fieldOf(field), is: isOf(is), value: valueOf(field, value, fields) });
  const conditionsOf = ({ match, conditions }: ConditionSet, fields: readonly Field[]): string =>
    conditions.length === 0
      ? t("ifAlways")
      : conditions.map((one) => conditionOf(one, fields)).join(` ${match === "all" ? t("and") : t("or")} `);
  return { fieldOf, choiceOf, valueOf, isOf, conditionsOf };
}
