import { useEffect, useRef } from "react";
import { data, Outlet, redirect, useLocation, useMatches, useNavigation, useRevalidator, useSubmit } from "react-router";
import { readAgain } from "#app/components/console/patient-fetch.ts";
import { useConsoleNavigation } from "#app/components/console/use-console-navigation.ts";
import { LiveContext } from "#app/components/console/use-console.ts";
import { AppShell } from "#app/components/shell/app-shell.tsx";
import { isSidebarCollapsed } from "#app/components/shell/sidebar-cookie.ts";
import { StaleBanner } from "#app/components/ui/stale-banner.tsx";
import { actionsOf } from "#app/domain/accounts/permissions.ts";
import { countUnread } from "#app/domain/notifications/list-notifications.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { depsContext, localeContext } from "#app/middleware/contexts.ts";
import { requireMember } from "#app/middleware/guards.ts";
import { nameInTitle } from "#app/routes/titled.ts";
import type { LiveView } from "#party/workspace-live/state.ts";
import { useWorkspaceLive } from "#party/workspace-live/use-workspace-live.ts";
import type { Route } from "./+types/layout.ts";

export const handle = { i18n: ["console", "activity"] } satisfies I18nHandle;

const signOutAction = "/logout";

export async function loader(args: Route.LoaderArgs) {
  const { ctx, user, workspace, timeZone } = requireMember(args);
  const { actor } = ctx;
  if (actor.kind !== "user") throw data(null, { status: 403 });
  if (actor.role === "owner" && workspace.onboardedAt === null) throw redirect("/welcome");
  return {
    member: { userId: user.id, name: user.name, email: user.email, role: actor.role },
    workspace: { id: workspace.id, name: workspace.name },
    actions: actionsOf(actor.role),
    unread: await countUnread(ctx),
    locale: args.context.get(localeContext),
    timeZone,
    nowMs: args.context.get(depsContext).clock.now(),
    isSidebarCollapsed: isSidebarCollapsed(args.request.headers.get("cookie")),
  };
}

export default function ConsoleLayout({ loaderData }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const live = useWorkspaceLive(loaderData.workspace.id, pathname);
  const submit = useSubmit();
  const here = { pathname, name: nameInTitle(useMatches().at(-1)?.loaderData) };
  const navigation = useConsoleNavigation(loaderData.actions, here, (fields, action) => {
    void submit({ ...fields, returnTo: pathname }, { method: "post", action });
  });
  useRevalidateWhenStale(live);
  useLeaveWhenEnded(live.endReason);
  const isInterrupted = live.status !== "live" && live.freshAtMs !== undefined;
  return (
    <LiveContext value={live}>
      <AppShell
        {...navigation}
        homeTo="/overview"
        person={loaderData.member}
        workspaceName={loaderData.workspace.name}
        profileTo="/settings/profile"
        signOutAction={signOutAction}
        live={{ state: live.status, freshAtMs: live.freshAtMs }}
        notifications={{ unread: loaderData.unread, to: "/notifications" }}
        sidebarCollapsed={loaderData.isSidebarCollapsed}
        nowMs={loaderData.nowMs}
        timeZone={loaderData.timeZone}
        banner={isInterrupted ? <StaleBanner freshAtMs={live.freshAtMs ?? loaderData.nowMs} /> : null}
      >
        <Outlet />
      </AppShell>
    </LiveContext>
  );
}

/** The room says that something of this page changed, or that entries were missed: read the data again. */
function useRevalidateWhenStale(live: LiveView): void {
  const { revalidate } = useRevalidator();
  const seen = useRef(live.staleCount);
  useEffect(() => {
    if (seen.current === live.staleCount) return;
    seen.current = live.staleCount;
    void readAgain(revalidate);
  }, [live.staleCount, revalidate]);
}

/** A session that was ended elsewhere leaves nothing of the workspace on the screen. Signing out here leads away by itself. */
function useLeaveWhenEnded(endReason: LiveView["endReason"]): void {
  const { formAction } = useNavigation();
  const isSigningOut = useRef(false);
  useEffect(() => {
    function note({ target }: SubmitEvent) {
      if (target instanceof HTMLFormElement && new URL(target.action).pathname === signOutAction) isSigningOut.current = true;
    }
    document.addEventListener("submit", note, true);
    return () => document.removeEventListener("submit", note, true);
  }, []);
  useEffect(() => {
    if (formAction === signOutAction) isSigningOut.current = true;
    if (endReason !== undefined && !isSigningOut.current) window.location.assign(`/login?ended=${endReason}`);
  }, [endReason, formAction]);
}
