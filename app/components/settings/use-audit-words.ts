import { useTranslation } from "#app/i18n/use-translation.ts";
import { isAuditAction } from "#app/domain/audit/actions.ts";

type ActorFacts = { actorKind: string; actorLabel: string };

/** What an action and its actor are called; an action that is no longer made keeps its code. */
export function useAuditWords() {
  const { t } = useTranslation(["settings", "activity"]);
  return {
    actionName: (action: string) => (isAuditAction(action) ? t(`audit.actions.${action}`) : action),
    actorName: ({ actorKind, actorLabel }: ActorFacts) => {
      if (actorKind === "apiKey") return t("audit.keyNamed", { name: actorLabel });
      if (actorKind === "mcpClient") return t("actors.mcpClient", { ns: "activity", name: actorLabel });
      return actorKind === "system" ? t("actors.system", { ns: "activity" }) : actorLabel;
    },
  };
}
