import { microUsdPerUsd } from "#app/domain/ai/money.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** US dollars from millionths of one: as many digits as a small amount needs to be seen at all. */
export function formatUsd(microUsd: number, locale: Locale): string {
  const usd = microUsd / microUsdPerUsd;
  const digits = microUsd === 0 || Math.abs(usd) >= 1 ? 2 : Math.abs(usd) >= 0.01 ? 3 : 6;
  return formatNumber(usd, locale, { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: digits });
}

/** The same as somebody would type it, without the sign. */
export function usdText(microUsd: number, locale: Locale): string {
  return formatNumber(microUsd / microUsdPerUsd, locale, { maximumFractionDigits: 6, useGrouping: false });
}

const typed = /^\d{1,7}(?:[.,]\d{1,6})?$/;

/** What somebody typed, in millionths; undefined for what is no amount. A comma and a point are the same here. */
export function parseUsd(text: string): number | undefined {
  const plain = text.trim();
  return typed.test(plain) ? Math.round(Number(plain.replace(",", ".")) * microUsdPerUsd) : undefined;
}
