import type { Locale } from "#app/i18n/locales.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { SectionAnswer } from "../section-answer.ts";
import { formatStretch } from "./format-wall-time.ts";
import type { TableTexts } from "./report-table.ts";

export async function tableTexts(locale: Locale): Promise<TableTexts> {
  const t = await getTranslator(locale, "answers");
  const { compared, change, currency } = t("columns", { returnObjects: true });
  return { compared, change, currency, total: t("table.total"), none: t("table.none") };
}

/** For which days an answer stands, or why there is none. */
export async function answerNote(locale: Locale, answer: SectionAnswer): Promise<string> {
  const t = await getTranslator(locale, "dashboards");
  if (answer.state !== "answered") return t(`state.${answer.state}`);
  const { query, comparedWith, rows } = answer.result;
  const when = query.when === null ? t("file.now") : formatStretch(query.when, locale);
  const compared = comparedWith === null ? [] : [t("file.compared", { stretch: formatStretch(comparedWith, locale) })];
  const empty = rows.length === 0 ? [t("file.nothing")] : [];
  return [when, ...compared, ...empty].join(" · ");
}
