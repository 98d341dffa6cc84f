import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "react-router";
import { LazyOverlay } from "#app/components/ui/lazy-overlay.tsx";
import type { NavGroup, NavItem } from "./shell-types.ts";

type BottomBarProps = { items: readonly NavItem[]; groups: readonly NavGroup[]; foot: ReactNode };

const loadSheet = async () => (await import("./more-sheet.tsx")).MoreSheet;

const entryClass =
  "relative flex h-14 min-w-0 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-semibold aria-[current=page]:text-ink [&[aria-current=page]>svg]:text-accent";

export function BottomBar({ items, groups, foot }: BottomBarProps) {
  const { t } = useTranslation("shell");
  return (
    <nav
      aria-label={t("menu")}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items.slice(0, 4).map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? false} className={entryClass}>
          <item.icon aria-hidden className="size-5" />
          <span className="max-w-full truncate px-1">{item.label}</span>
        </NavLink>
      ))}
      <LazyOverlay
        popup="dialog"
        load={loadSheet}
        overlay={{ groups, foot }}
        trigger={
          <button type="button" className={entryClass}>
            <Menu aria-hidden className="size-5" />
            {t("more")}
          </button>
        }
      />
    </nav>
  );
}
