import { Link, NavLink, type To } from "react-router";
import { cn } from "./cn.ts";

export type LinkTab = { to: To; label: string; count?: number; current?: boolean; end?: boolean };
export type LinkTabsProps = { label: string; tabs: readonly LinkTab[]; className?: string };

const tabClass =
  "relative flex h-10 items-center gap-2 px-1 font-semibold whitespace-nowrap text-muted after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:after:bg-accent";

/** Saved views and sub-pages: links, so each has an address. Views that differ by search say `current` themselves. */
export function LinkTabs({ label, tabs, className }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={cn("flex gap-6 overflow-x-auto overflow-y-hidden border-b border-line", className)}>
      {tabs.map((tab) => (
        <Tab key={tab.label} tab={tab} />
      ))}
    </nav>
  );
}

function Tab({ tab: { to, label, count, current, end = false } }: { tab: LinkTab }) {
  const content = (
    <>
      {label}
      {count === undefined ? null : <span className="rounded-full bg-sunken px-2 text-xs leading-5 font-normal">{count}</span>}
    </>
  );
  if (current === undefined) {
    return (
      <NavLink to={to} end={end} preventScrollReset className={tabClass}>
        {content}
      </NavLink>
    );
  }
  return (
    <Link to={to} preventScrollReset aria-current={current ? "page" : undefined} className={tabClass}>
      {content}
    </Link>
  );
}
