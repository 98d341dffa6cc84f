import { useTranslation } from "#app/i18n/use-translation.ts";
import { deviceWords } from "./device-words.ts";

/** "Chrome on Windows", in the reader's language. */
export function useDeviceName(): (userAgent: string) => string {
  const { t } = useTranslation("settings");
  return (userAgent) => {
    const { browser, system, kind } = deviceWords(userAgent);
    if (kind === "script") return t("sessions.script", { name: browser ?? "" });
    if (browser === undefined && system === undefined) return t("sessions.unknown");
    if (system === undefined) return browser ?? t("sessions.unknown");
    return t("sessions.device", { browser: browser ?? t("sessions.unknownBrowser"), system });
  };
}
