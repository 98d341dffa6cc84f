import type { Locale } from "./locales.ts";

const decimalSigns = { en: ".", "pt-BR": "," } as const satisfies Record<Locale, string>;
const maxMinor = 100_000_000_000;

/** How many digits a currency has after its sign: two for BRL, none for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * An amount as people type it ("R$ 1.234,56", "1,234.56", "-5"), in the currency's smallest unit. The reader's own signs
 * come first; the other ones count where they can mean nothing else ("189.90" typed in Portuguese). Anything unclear is undefined.
 */
export function parseMoney(text: string, locale: Locale, currency: string): number | undefined {
  const bare = text.normalize("NFKC").replaceAll(/[\s\p{Sc}]|^\s*[A-Z]{1,3}(?=[\s\d\p{Sc}])/gu, "");
  const [, sign = "", amount = ""] = /^([+\-−]?)([\d.,]+)$/.exec(bare) ?? [];
  const decimal = decimalSigns[locale];
  const parts = splitAmount(amount, decimal) ?? splitAmount(amount, decimal === "." ? "," : ".");
  const digits = minorDigits(currency);
  if (parts === undefined || parts.fraction.length > digits) return undefined;
  const minor = Number(parts.whole + parts.fraction.padEnd(digits, "0"));
  if (minor > maxMinor) return undefined;
  return sign === "-" || sign === "−" ? 0 - minor : minor;
}

/** A figure as people type it ("1.000", "2,5"), by the same signs as an amount: a thousand must never be read as one. */
export function parseFigure(text: string, locale: Locale): number | undefined {
  const [, sign = "", figure = ""] = /^([+\-−]?)([\d.,]{1,20})$/.exec(text.trim()) ?? [];
  const decimal = decimalSigns[locale];
  const parts = splitAmount(figure, decimal) ?? splitAmount(figure, decimal === "." ? "," : ".");
  if (parts === undefined || parts.whole.length > 12 || parts.fraction.length > 4) return undefined;
  const size = Number(`${parts.whole}.${parts.fraction || "0"}`);
  return sign === "-" || sign === "−" ? 0 - size : size;
}

/** Groups, when there are any, hold three digits each: "1.23" is no thousand. */
function splitAmount(amount: string, decimal: "." | ","): { whole: string; fraction: string } | undefined {
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...rest] = amount.split(decimal);
  if (rest.length > 0 || fraction === "" || fraction?.includes(group) === true) return undefined;
  const groups = whole.split(group);
  const [first = "", ...others] = groups;
  const isGrouped = others.length > 0 && first.length >= 1 && first.length <= 3 && others.every((one) => one.length === 3);
  const isPlain = others.length === 0 && first.length >= 1;
  return isGrouped || isPlain ? { whole: groups.join(""), fraction: fraction ?? "" } : undefined;
}

/** An amount without its sign, as it stands in a field: "1.234,56". */
export function moneyText(minor: number, locale: Locale, currency: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(minor / 10 ** digits);
}
