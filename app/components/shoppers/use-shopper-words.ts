import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatDuration, formatMoney } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useKnownText } from "#app/components/agents/use-known-text.ts";

/** Words for what rules and events name; what is not known here is shown as it is named. */
export function useShopperWords() {
  const { t } = useTranslation("shoppers");
  const known = useKnownText();
  const locale = useLocale();
  return {
    eventOf: (type: string) => known("shoppers", `events.${type}`) ?? type,
    flagOf: (flag: string) => known("shoppers", `botFlags.${flag}`) ?? flag,
    hesitationOf: (reason: string) => known("shoppers", `hesitations.${reason}`) ?? reason,
    deviceOf: (device: string) => known("shoppers", `devices.${device}`) ?? device,
    countryOf: (code: string) => new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(code) ?? code,
    // A visit of one event takes no time that could be counted.
    timeOf: (ms: number) => (ms < 1_000 ? "< 1 s" : formatDuration(ms, locale)),
    moneyOf: (cents: number, currency: string) => formatMoney(cents, currency, locale),
    botWhy: (flags: readonly string[]) =>
      t("botWhy", { why: flags.map((flag) => known("shoppers", `botFlags.${flag}`) ?? flag).join(", ") }),
  };
}
