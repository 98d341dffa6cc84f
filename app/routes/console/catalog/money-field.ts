import type { Locale } from "#app/i18n/locales.ts";
import { parseMoney } from "#app/i18n/parse-money.ts";

/**
 * An amount of a form in cents; an empty field means "not known". What is no amount is not a number either, so that the
 * verb refuses it together with whatever else is wrong in the form.
 */
export function moneyField(text: string, { locale, currency }: { locale: Locale; currency: string }): number | null {
  return text.trim() === "" ? null : (parseMoney(text, locale, currency) ?? Number.NaN);
}
