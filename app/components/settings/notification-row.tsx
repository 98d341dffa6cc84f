import { Bell, FileCheck, FileX, Hand, KeyRound, type LucideIcon, RefreshCw, TriangleAlert, UserCog, UserPlus, Zap } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, Link, useFetcher } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { isRole } from "#app/domain/accounts/permissions.ts";
import { type NotificationKind, targetOf } from "#app/domain/notifications/kinds.ts";
import { isAlertKind } from "#app/domain/warehouse/alerts/kinds.ts";
import type { Notification } from "#app/domain/notifications/list-notifications.server.ts";

const icons: Partial<Record<NotificationKind, LucideIcon>> = {
  "member-joined": UserPlus,
  "role-changed": UserCog,
  "api-key-created": KeyRound,
  "api-key-expiring": TriangleAlert,
  "export-ready": FileCheck,
  "export-failed": FileX,
  "channel-needs-attention": TriangleAlert,
  "sync-finished": RefreshCw,
  "sync-failed": TriangleAlert,
  "floor-alert": TriangleAlert,
  "models-budget-warned": TriangleAlert,
  "models-budget-reached": TriangleAlert,
  "trigger-fired": Zap,
  "trigger-paused": TriangleAlert,
  welcome: Hand,
};

type NotificationRowProps = { notification: Notification; marking: FetcherWithComponents<unknown> };

export function NotificationRow({ notification, marking }: NotificationRowProps) {
  const { t } = useTranslation("notifications");
  const { id, kind, createdAt, readAt } = notification;
  const opening = useFetcher();
  const isRead = sentMark(opening.formData, id) ?? sentMark(marking.formData, id) ?? readAt !== null;
  const title = useTitle(notification);
  const Icon = icons[kind] ?? Bell;
  function markOnOpen() {
    if (!isRead) void opening.submit({ ids: id, isRead: "1" }, { method: "post", action: "/notifications" });
  }
  return (
    <li
      className={cn(
        "relative flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-3.5 last:border-b-0 hover:bg-sunken/60",
        !isRead && "bg-accent-soft/40",
      )}
    >
      <Icon aria-hidden className={cn("size-5 shrink-0", isRead ? "text-faint" : "text-accent")} />
      <div className="min-w-0 grow basis-56">
        <p className={cn("break-words", !isRead && "font-semibold")}>
          {isRead ? null : <span className="mr-2 rounded-sm bg-accent px-1.5 py-0.5 text-xs text-accent-ink">{t("new")}</span>}
          {title}
        </p>
        <p className="flex flex-wrap gap-x-3 text-faint">
          <RelativeTime ms={createdAt} />
          <Link
            to={targetOf(kind, notification.data)}
            onClick={markOnOpen}
            className="text-accent underline underline-offset-4 after:absolute after:inset-0"
          >
            {t(`kinds.${kind}.text`)}
          </Link>
        </p>
      </div>
      <marking.Form method="post" action="/notifications" className="relative z-1 max-sm:ml-6">
        <input type="hidden" name="ids" value={id} />
        <input type="hidden" name="isRead" value={isRead ? "0" : "1"} />
        <Button type="submit" size="sm" variant="ghost" aria-label={t(isRead ? "markUnreadLabel" : "markReadLabel", { text: title })}>
          {t(isRead ? "markUnread" : "markRead")}
        </Button>
      </marking.Form>
    </li>
  );
}

/** What is on its way to the server already; a form without ids means all. */
function sentMark(form: FormData | undefined, id: string): boolean | undefined {
  const ids = form?.getAll("ids") ?? [];
  return form === undefined || (ids.length > 0 && !ids.includes(id)) ? undefined : form.get("isRead") === "1";
}

function useTitle({ kind, data }: Notification): string {
  const { t } = useTranslation(["notifications", "settings"]);
  const { role = "", name = "", byName = "", rows = "", alert = "", about = "", text = "" } = data;
  const roleName = isRole(role) ? t(`roles.${role}.name`, { ns: "settings" }) : role;
  const alertName = isAlertKind(alert) ? t(`alerts.${alert}`) : alert;
  if (kind === "trigger-fired" && about !== "") return t("triggerFiredAbout", { text: text === "" ? name : text, about });
  if (kind === "trigger-fired") return text === "" ? name : text;
  return t(`kinds.${kind}.title`, { name, byName, rows, role: roleName, alert: alertName });
}
