import { Bell, CircleHelp, PanelLeft, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Breadcrumb, type Crumb } from "#app/components/ui/breadcrumb.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { LiveStatus, type LiveStatusProps } from "./live-status.tsx";

export type NotificationsProps = { unread: number; to: string; /** Shown in a popover instead of going to `to`. */ panel?: ReactNode };

type TopBarProps = {
  crumbs: readonly Crumb[];
  live?: LiveStatusProps | undefined;
  notifications?: NotificationsProps | undefined;
  isCollapsed: boolean;
  onToggleSidebar: () => void;
  onOpenCommands: () => void;
  onOpenHelp: () => void;
};

export function TopBar({ crumbs, live, notifications, isCollapsed, onToggleSidebar, onOpenCommands, onOpenHelp }: TopBarProps) {
  const { t } = useTranslation("shell");
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-ground px-3 sm:gap-3 md:px-6">
      <Button
        variant="ghost"
        size="icon-sm"
        className="-ml-2 hidden md:inline-flex"
        aria-label={isCollapsed ? t("expand") : t("collapse")}
        aria-keyshortcuts="["
        icon={<PanelLeft aria-hidden />}
        onClick={onToggleSidebar}
      />
      <Breadcrumb crumbs={crumbs} />
      <div className="grow" />
      <button
        type="button"
        onClick={onOpenCommands}
        aria-keyshortcuts="Control+K Meta+K"
        className="hidden h-8 w-80 items-center gap-2 rounded border border-line-strong bg-raised px-2.5 text-faint hover:border-muted lg:flex"
      >
        <Search aria-hidden className="size-4" />
        <span className="grow truncate text-left">{t("openCommands")}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <Button
        variant="ghost"
        size="icon-sm"
        className="lg:hidden"
        aria-label={t("openCommands")}
        icon={<Search aria-hidden />}
        onClick={onOpenCommands}
      />
      {live ? <LiveStatus {...live} /> : null}
      {notifications ? <NotificationsBell {...notifications} /> : null}
      <Button
        variant="ghost"
        size="icon-sm"
        className="hidden sm:inline-flex"
        aria-label={t("help")}
        aria-keyshortcuts="?"
        icon={<CircleHelp aria-hidden />}
        onClick={onOpenHelp}
      />
    </header>
  );
}

function NotificationsBell({ unread, to, panel }: NotificationsProps) {
  const { t } = useTranslation("shell");
  const label = unread > 0 ? t("notificationsUnread", { count: unread }) : t("notifications");
  const content = (
    <>
      <Bell aria-hidden />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-bold text-accent-ink"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </>
  );
  if (!panel) {
    return (
      <LinkButton to={to} variant="ghost" size="icon-sm" aria-label={label} className="relative">
        {content}
      </LinkButton>
    );
  }
  const trigger = (
    <Button variant="ghost" size="icon-sm" aria-label={label} className="relative">
      {content}
    </Button>
  );
  return (
    <Popover label={t("notifications")} align="end" className="w-88 p-0" trigger={trigger}>
      {panel}
    </Popover>
  );
}
