import type { MetricId } from "../kinds.ts";
import { wordsOf } from "../words/words.ts";
import type { Speaker } from "./format-value.ts";
import type { Refusal } from "./plan.ts";

/** Why a question has no answer, without saying anything of what would have been counted. */
export function writeRefusal({ locale, t }: Speaker, refusal: Refusal): string {
  const { reason, because, text, metric, dimension, choices = [], names = [] } = refusal;
  const nameOf = (one: MetricId) => wordsOf(locale).metrics[one].name;
  const name = metric === undefined ? "" : nameOf(metric);
  const listed = [...choices.map(nameOf), ...names].join(", ");
  switch (because) {
    case "one-at-a-time":
      return listed === "" ? t("refused.onePeriod") : t("refused.oneAtATime", { choices: listed });
    case "date":
      return t("refused.date");
    case "comparison":
      return t("refused.comparison");
    case "now-only":
      return t("refused.nowOnly", { metric: name });
    case "not-by-itself":
      return t("refused.notByItself", { metric: name });
    case "average":
      return t("refused.average", { metric: name });
    case "unit":
      return t("refused.unit", { metric: name });
    case "people-days":
      return t("refused.peopleDays");
    case undefined:
      break;
    default:
      return because satisfies never;
  }
  switch (reason) {
    case "metric-unknown":
      return t("refused.metricUnknown");
    case "dimension-unfit":
      return t("refused.dimensionUnfit", { metric: name, dimension: dimension === undefined ? "" : wordsOf(locale).dimensions[dimension].name });
    case "name-unknown":
      return listed === "" ? t("refused.nameUnknown", { name: text ?? "" }) : t("refused.nameUnknownNear", { name: text ?? "", names: listed });
    case "ambiguous":
      return text === undefined ? t("refused.ambiguous", { choices: listed }) : t("refused.ambiguousName", { name: text, choices: listed });
    case "period-unclear":
      return t("refused.periodUnclear");
    case "period-future":
      return t("refused.periodFuture");
    case "too-long":
      return t("refused.tooLong");
    case "forbidden":
      return metric === undefined ? t("refused.forbiddenTexts") : t("refused.forbidden");
    case "off-topic":
      return t("refused.offTopic");
    case "not-understood":
      return t("refused.notUnderstood");
    default:
      return reason satisfies never;
  }
}
