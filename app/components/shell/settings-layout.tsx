import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "react-router";
import { cn } from "#app/components/ui/cn.ts";

export type SettingsTab = { to: string; label: string; end?: boolean };
export type SettingsLayoutProps = { groups: readonly { label: string; tabs: readonly SettingsTab[] }[]; children: ReactNode };

const tabClass =
  "block rounded border-l-2 border-transparent px-3 py-1.5 whitespace-nowrap text-muted hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink max-lg:rounded-none max-lg:border-b-2 max-lg:border-l-0 max-lg:py-2 max-lg:aria-[current=page]:border-accent lg:rounded-l-none lg:aria-[current=page]:border-accent";

/** Tabs at the side; in a row above the page where it is narrow. */
export function SettingsLayout({ groups, children }: SettingsLayoutProps) {
  const { t } = useTranslation("shell");
  return (
    <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10">
      <nav
        aria-label={t("settingsNav")}
        className="flex min-w-0 gap-4 overflow-x-auto border-line max-lg:border-b lg:sticky lg:top-20 lg:grid lg:content-start lg:self-start"
      >
        {groups.map((group) => (
          <div key={group.label} className="max-lg:flex">
            <p className={cn("label-caps px-3 pb-1 max-lg:sr-only")}>{group.label}</p>
            <ul className="flex lg:grid">
              {group.tabs.map((tab) => (
                <li key={tab.to}>
                  <NavLink to={tab.to} end={tab.end ?? false} preventScrollReset className={tabClass}>
                    {tab.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="grid min-w-0 max-w-4xl content-start gap-6">{children}</div>
    </div>
  );
}
