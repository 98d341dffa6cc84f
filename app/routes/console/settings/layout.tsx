import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Outlet, useLocation } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { SettingsLayout, type SettingsTab } from "#app/components/shell/settings-layout.tsx";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";

export const handle = { i18n: ["settings"] } satisfies I18nHandle;

type Tab = SettingsTab & { needs?: Action };

export default function Settings() {
  const { t } = useTranslation(["settings", "console"]);
  const { actions } = useConsole();
  const may = (tab: Tab) => tab.needs === undefined || actions.includes(tab.needs);
  const own: Tab[] = [
    { to: "/settings/profile", label: t("nav.profile", { ns: "console" }) },
    { to: "/settings/sessions", label: t("nav.sessions", { ns: "console" }) },
  ];
  const shared: Tab[] = [
    { to: "/settings/workspace", label: t("nav.workspace", { ns: "console" }), needs: "workspace:read" },
    { to: "/settings/team", label: t("nav.team", { ns: "console" }), needs: "team:read" },
    { to: "/settings/api-keys", label: t("nav.apiKeys", { ns: "console" }), needs: "keys:read" },
    { to: "/settings/connect", label: t("nav.connect", { ns: "console" }), needs: "keys:read" },
    { to: "/settings/ai", label: t("nav.aiSettings", { ns: "console" }), needs: "ai:read" },
    { to: "/settings/audit", label: t("nav.audit", { ns: "console" }), needs: "audit:read" },
    { to: "/settings/deliveries", label: t("nav.deliveries", { ns: "console" }), needs: "deliveries:read" },
  ];
  const groups = [
    { label: t("nav.you"), tabs: own },
    { label: t("nav.workspace"), tabs: shared.filter(may) },
  ];
  const frame = useCurrentTabInView();
  return (
    <div ref={frame}>
      <SettingsLayout groups={groups}>
        <Outlet />
      </SettingsLayout>
    </div>
  );
}

/** On a phone the tabs scroll sideways; the one we are on must not hide behind the edge. */
function useCurrentTabInView() {
  const frame = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    frame.current?.querySelector(`nav a[href="${pathname}"]`)?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return frame;
}
