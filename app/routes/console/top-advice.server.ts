import type { RouterContextProvider } from "react-router";
import { figureWords, ruleWords } from "#app/components/selling/figure-words.ts";
import type { AdviceLine } from "#app/components/selling/top-advice.tsx";
import type { Recommendation } from "#app/domain/selling/recommendation.server.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { localeContext } from "#app/middleware/contexts.ts";

/** Put into words here: the texts of all rules would weigh more than the rest of the first page's. */
export async function adviceLines(context: Readonly<RouterContextProvider>, all: readonly Recommendation[]): Promise<AdviceLine[]> {
  const locale = context.get(localeContext);
  const t = await getTranslator(locale, "advice");
  const { named, show, values } = figureWords(t, locale);
  return all.map(({ id, ruleId, group, subject, evidence, expected: { metric, before, after, unit } }) => ({
    id,
    title: ruleWords(t, ruleId).title(values(evidence)),
    subject: subject.label,
    effect: t("effect", { metric: named("metrics", metric), before: show(before, unit), after: show(after, unit) }),
    to: `/recommendations${group === null ? "" : `?group=${group}`}#${id}`,
  }));
}
