import { ChevronsUpDown, Languages, LogOut, SunMoon, UserRound } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Form, useLocation, useSubmit } from "react-router";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { DropdownMenu, MenuItem, MenuLink, MenuRadioGroup, MenuSeparator, SubMenu } from "#app/components/ui/dropdown-menu.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { languageOptions, themes } from "./preference-options.ts";
import type { Person } from "./shell-types.ts";
import { useTheme } from "./use-theme.ts";

export type PersonMenuProps = { person: Person; workspaceName: string; isCollapsed?: boolean; profileTo: string; signOutAction: string };

export function PersonMenu({ person, workspaceName, isCollapsed = false, profileTo, signOutAction }: PersonMenuProps) {
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
      <DropdownMenu
        side="top"
        align="start"
        className="min-w-56"
        trigger={
          <button
            type="button"
            className={cn(
              "flex w-full items-center gap-2.5 rounded p-2 text-left hover:bg-ground aria-expanded:bg-ground",
              isCollapsed && "justify-center",
            )}
          >
            <Avatar name={person.name} src={person.avatarSrc} />
            {isCollapsed ? (
              <span className="sr-only">{t("account", { name: person.name })}</span>
            ) : (
              <>
                <span className="grid min-w-0 grow leading-tight">
                  <span className="truncate font-semibold">{person.name}</span>
                  <span className="truncate text-xs text-faint">{workspaceName}</span>
                </span>
                <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
              </>
            )}
          </button>
        }
      >
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
