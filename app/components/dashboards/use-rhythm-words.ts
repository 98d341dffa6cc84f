import type { Rhythm } from "#app/domain/artifacts/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** "Every Monday at 08:00". */
export function useRhythmWords(): (rhythm: Rhythm) => string {
  const { t } = useTranslation("dashboards");
  const weekdays = t("mail.weekdays", { returnObjects: true });
  return (rhythm) => {
    const hour = `${String(rhythm.hour).padStart(2, "0")}:00`;
    switch (rhythm.every) {
      case "daily":
        return t("mail.daily", { hour });
      case "weekly":
        return t("mail.weekly", { hour, weekday: Object.values(weekdays)[rhythm.weekday - 1] ?? "" });
      case "monthly":
        return t("mail.monthly", { hour, day: rhythm.day });
      default:
        return rhythm satisfies never;
    }
  };
}
