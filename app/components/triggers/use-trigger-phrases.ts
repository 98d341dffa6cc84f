import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import type { Schedule } from "#app/domain/triggers/schedule.ts";
import type { TriggerAction } from "#app/domain/triggers/schemas.ts";
import type { Trigger } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A trigger in plain sentences. */
export function useTriggerPhrases() {
  const { t } = useTranslation(["triggers", "settings"]);
  const { nameOf, toolOf } = useAgentWords();
  const dayOf = (day: number) => t(`days.${days[day - 1] ?? "mon"}`);
  const timesOf = (schedule: Schedule): string =>
    schedule.every === "day"
      ? t("atTime", { days: schedule.days.map(dayOf).join(", "), time: schedule.time })
      : t("everyMinutes", { count: schedule.minutes });
  const whenOf = ({ event, schedule, repeats }: Pick<Trigger, "event" | "schedule" | "repeats">): string =>
    [
      t(`events.${event}`),
      ...(schedule === null ? [] : [timesOf(schedule)]),
      ...(repeats === null ? [] : [t("repeats", { times: repeats.times, hours: repeats.withinHours })]),
    ].join(", ");
  const actionOf = (action: TriggerAction): string => {
    switch (action.do) {
      case "notify": {
        const roles = action.roles.map((role) => t(`roles.${role}.name`, { ns: "settings" })).join(", ");
        return action.text === "" ? t("does.notify", { roles }) : t("does.notifyText", { roles, text: action.text });
      }
      case "run-agent":
        return t("does.run-agent", { agent: nameOf(action.agent) });
      case "propose":
        return t("does.propose", { tool: toolOf(action.tool) });
      case "webhook":
        return t("does.webhook", { host: hostOf(action.url) });
      default:
        return action satisfies never;
    }
  };
  return { dayOf, whenOf, actionOf };
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
