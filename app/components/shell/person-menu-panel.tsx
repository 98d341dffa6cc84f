import { Languages, LogOut, SunMoon, UserRound } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useLocation, useSubmit } from "react-router";
import { DropdownMenu, MenuItem, MenuLink, MenuRadioGroup, MenuSeparator, SubMenu } from "#app/components/ui/dropdown-menu.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { languageOptions, themes } from "./preference-options.ts";
import type { Person } from "./shell-types.ts";
import { useTheme } from "./use-theme.ts";

export type PersonMenuPanelProps = { person: Person; profileTo: string; signOutAction: string };

export function PersonMenuPanel({ trigger, person, profileTo, signOutAction }: PersonMenuPanelProps & { trigger: ReactNode }) {
  const { t } = useTranslation(["shell", "common"]);
  const theme = useTheme();
  const locale = useLocale();
  const location = useLocation();
  const submit = useSubmit();
  const signOutRef = useRef<HTMLFormElement>(null);

  function prefer(preference: Record<string, string>) {
    const returnTo = location.pathname + location.search;
    void submit({ ...preference, returnTo }, { method: "post", action: "/preferences", replace: true, preventScrollReset: true });
  }
  const themeOptions = themes.map((value) => ({ value, label: t(`theme.${value}`, { ns: "common" }) }));
  return (
    <>
      <DropdownMenu side="top" align="start" className="min-w-56" startOpen trigger={trigger}>
        <div className="grid px-2.5 py-1.5 leading-tight">
          <span className="font-semibold">{person.name}</span>
          <span className="text-xs text-faint">{person.email}</span>
        </div>
        <MenuSeparator />
        <MenuLink to={profileTo} icon={<UserRound aria-hidden />}>
          {t("profile")}
        </MenuLink>
        <SubMenu label={t("language.label", { ns: "common" })} icon={<Languages aria-hidden />}>
          <MenuRadioGroup value={locale} onValueChange={(next) => prefer({ locale: next })} options={languageOptions} />
        </SubMenu>
        <SubMenu label={t("theme.label", { ns: "common" })} icon={<SunMoon aria-hidden />}>
          <MenuRadioGroup value={theme} onValueChange={(next) => prefer({ theme: next })} options={themeOptions} />
        </SubMenu>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => signOutRef.current?.requestSubmit()}>
          {t("signOut")}
        </MenuItem>
      </DropdownMenu>
      <Form ref={signOutRef} method="post" action={signOutAction} reloadDocument hidden />
    </>
  );
}
