import { Link } from "react-router";
import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { isOver } from "#app/domain/delegations/kinds.ts";
import type { Delegation } from "#app/domain/delegations/task-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TaskStateBadge } from "./task-state.tsx";

/** How a task stands, who gave it, when, and why it is not answered. */
export function TaskFacts({ task: { state, by, stateAt, reason } }: { task: Delegation }) {
  const { t } = useTranslation("delegations");
  const known = useKnownText();
  const why = reason === null ? undefined : known("delegations", `reasons.${reason}`);
  return (
    <div className="grid gap-1 text-sm text-muted">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TaskStateBadge state={state} />
        <span className="break-words">{t("by", { name: by })}</span>
        <RelativeTime ms={stateAt} />
      </p>
      {why === undefined ? null : (
        <p>
          {why}{" "}
          {state === "auth-required" ? (
            <Link to="/approvals" className="text-accent underline">
              {t("toApprovals")}
            </Link>
          ) : null}
        </p>
      )}
    </div>
  );
}

export function StopTask({ task: { id, state, question } }: { task: Delegation }) {
  const { t } = useTranslation("delegations");
  if (isOver(state)) return null;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("stopOf", { question: question === "" ? t("noWords") : question })}>
          {t("stop")}
        </Button>
      }
      title={t("stopTitle")}
      description={t("stopText")}
      confirmLabel={t("stop")}
      destructive
      form={{ action: `/delegations/${id}`, fields: { intent: "stop" } }}
    />
  );
}
