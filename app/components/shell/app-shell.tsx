import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Crumb } from "#app/components/ui/breadcrumb.tsx";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { CommandPalette } from "./command-palette.tsx";
import type { LiveStatusProps } from "./live-status.tsx";
import { PersonMenu } from "./person-menu.tsx";
import type { CommandGroup, NavGroup, NavItem, Person } from "./shell-types.ts";
import { type Shortcut, ShortcutsHelp } from "./shortcuts-help.tsx";
import { rememberSidebar } from "./sidebar-cookie.ts";
import { Sidebar } from "./sidebar.tsx";
import { type NotificationsProps, TopBar } from "./top-bar.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

export type AppShellProps = {
  groups: readonly NavGroup[];
  /** Up to four for the phone's bottom bar; the rest is behind "More". */
  phoneItems: readonly NavItem[];
  homeTo: string;
  person: Person;
  workspaceName: string;
  profileTo: string;
  signOutAction: string;
  crumbs: readonly Crumb[];
  commands: readonly CommandGroup[];
  live?: LiveStatusProps;
  notifications?: NotificationsProps;
  shortcuts?: readonly Shortcut[];
  sidebarCollapsed: boolean;
  /** From the loader: first render and hydration must agree on "now". */
  nowMs: number;
  timeZone: string;
  /** Above the page: stale banners, notices of the workspace. */
  banner?: ReactNode;
  children: ReactNode;
};

const noShortcuts: readonly Shortcut[] = [];

export function AppShell(props: AppShellProps) {
  const { t } = useTranslation("shell");
  const [isCollapsed, setCollapsed] = useState(props.sidebarCollapsed);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);

  function toggleSidebar() {
    rememberSidebar(!isCollapsed);
    setCollapsed(!isCollapsed);
  }
  useShortcuts({ "mod+k": () => setPaletteOpen(!isPaletteOpen), "?": () => setHelpOpen(true), "[": toggleSidebar });

  const { person, workspaceName, profileTo, signOutAction } = props;
  const account = { person, workspaceName, profileTo, signOutAction };
  return (
    <PageClock nowMs={props.nowMs} timeZone={props.timeZone}>
      <SkipLink label={t("skip")} />
      <div data-console className="flex min-h-dvh">
        <Sidebar
          groups={props.groups}
          isCollapsed={isCollapsed}
          homeTo={props.homeTo}
          foot={<PersonMenu {...account} isCollapsed={isCollapsed} />}
        />
        <div className="flex min-w-0 grow flex-col pb-14 md:pb-0">
          <TopBar
            crumbs={props.crumbs}
            live={props.live}
            notifications={props.notifications}
            isCollapsed={isCollapsed}
            onToggleSidebar={toggleSidebar}
            onOpenCommands={() => setPaletteOpen(true)}
            onOpenHelp={() => setHelpOpen(true)}
          />
          <main id="content" tabIndex={-1} className="mx-auto grid w-full max-w-360 content-start gap-6 px-4 py-6 outline-none md:px-8">
            {props.banner}
            {props.children}
          </main>
        </div>
      </div>
      <BottomBar items={props.phoneItems} groups={props.groups} foot={<PersonMenu {...account} />} />
      <CommandPalette open={isPaletteOpen} onOpenChange={setPaletteOpen} groups={props.commands} />
      <ShortcutsHelp open={isHelpOpen} onOpenChange={setHelpOpen} more={props.shortcuts ?? noShortcuts} />
    </PageClock>
  );
}

function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only rounded bg-accent px-4 py-2 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
    >
      {label}
    </a>
  );
}
