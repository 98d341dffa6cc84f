import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link, NavLink, useLocation } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import type { NavGroup, NavItem } from "./shell-types.ts";
import { Sign, Wordmark } from "./wordmark.tsx";

type SidebarProps = { groups: readonly NavGroup[]; isCollapsed: boolean; homeTo: string; foot: ReactNode };

export function Sidebar({ groups, isCollapsed, homeTo, foot }: SidebarProps) {
  return (
    <aside
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-sunken transition-[width] duration-150 md:flex",
        isCollapsed ? "w-16" : "w-60",
      )}
    >
      <div className={cn("flex h-14 shrink-0 items-center", isCollapsed ? "justify-center" : "px-5")}>
        <Link to={homeTo} className="rounded-sm">
          {isCollapsed ? <Sign className="size-8" title="Entrepot" /> : <Wordmark className="h-7" />}
        </Link>
      </div>
      <NavGroups groups={groups} isCollapsed={isCollapsed} className="min-h-0 grow overflow-y-auto px-3 pt-2 pb-4" />
      <div className="shrink-0 border-t border-line p-2">{foot}</div>
    </aside>
  );
}

type NavGroupsProps = { groups: readonly NavGroup[]; isCollapsed?: boolean; className?: string; onNavigate?: () => void };

export function NavGroups({ groups, isCollapsed = false, className, onNavigate }: NavGroupsProps) {
  const { t } = useTranslation("shell");
  const ref = useCurrentInView();
  return (
    <nav ref={ref} aria-label={t("nav")} className={cn("grid content-start gap-4", className)}>
      {groups.map((group) => (
        <div key={group.id}>
          {group.label && !isCollapsed ? (
            <p id={`nav-${group.id}`} className="label-caps px-2.5 pb-1">
              {group.label}
            </p>
          ) : null}
          {group.label && isCollapsed ? <hr className="mx-2 mb-3 border-line" /> : null}
          <ul className="grid gap-0.5" aria-labelledby={group.label && !isCollapsed ? `nav-${group.id}` : undefined}>
            {group.items.map((item) => (
              <li key={item.to}>
                <NavEntry item={item} isCollapsed={isCollapsed} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The list is longer than most screens: where one is must not stay below its edge. */
function useCurrentInView() {
  const ref = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef("");
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    ref.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, [pathname]);
  return ref;
}

const entryClass =
  "relative flex h-9 items-center gap-3 rounded border border-transparent px-2.5 text-muted transition-colors duration-150 hover:bg-ground hover:text-ink pointer-coarse:h-11 aria-[current=page]:border-line aria-[current=page]:bg-raised aria-[current=page]:font-semibold aria-[current=page]:text-ink [&[aria-current=page]>svg]:text-accent";

function NavEntry({ item, isCollapsed, onNavigate }: { item: NavItem; isCollapsed: boolean; onNavigate: (() => void) | undefined }) {
  const { icon: Icon, label, count, to, end = false } = item;
  return (
    <NavLink
      to={to}
      end={end}
      title={isCollapsed ? label : undefined}
      onClick={onNavigate}
      className={cn(entryClass, isCollapsed && "justify-center px-0")}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <span className={isCollapsed ? "sr-only" : "grow truncate"}>{label}</span>
      {count ? <Count count={count} isCollapsed={isCollapsed} /> : null}
    </NavLink>
  );
}

function Count({ count, isCollapsed }: { count: number; isCollapsed: boolean }) {
  if (isCollapsed) {
    return (
      <span className="absolute top-1 right-1 size-2 rounded-full bg-brass">
        <span className="sr-only">{count}</span>
      </span>
    );
  }
  return (
    <span className="rounded-full border border-brass-line bg-brass-soft px-1.5 text-xs leading-4 font-semibold text-brass">{count}</span>
  );
}
