import { AppError } from "#app/domain/errors.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { parseMoney } from "#app/i18n/parse-money.ts";

/** An amount of a form in cents; an empty field means "not known", and what is no amount is refused at its field. */
export function moneyField(text: string, name: string, { locale, currency }: { locale: Locale; currency: string }): number | null {
  if (text.trim() === "") return null;
  const cents = parseMoney(text, locale, currency);
  if (cents === undefined || cents < 0) throw new AppError("invalid", "checkFields", { fields: { [name]: "moneyInvalid" } });
  return cents;
}
