import {
  Activity,
  BookOpen,
  Boxes,
  ChartSpline,
  House,
  MessageCircleQuestion,
  Settings,
  ShoppingBag,
  Tags,
  Warehouse,
  Zap,
} from "lucide-react";
import type { ReactNode } from "react";
import { AppShell } from "#app/components/shell/app-shell.tsx";
import { SettingsLayout } from "#app/components/shell/settings-layout.tsx";
import type { NavGroup } from "#app/components/shell/shell-types.ts";
import { toast } from "#app/components/ui/toast.ts";

const groups: readonly NavGroup[] = [
  { id: "home", items: [{ to: "/dev/ui", label: "Overview", icon: House, end: true }] },
  {
    id: "sell",
    label: "Sell",
    items: [
      { to: "/dev/listings", label: "Listings", icon: Tags, count: 9 },
      { to: "/dev/orders", label: "Orders", icon: ShoppingBag },
      { to: "/dev/questions", label: "Questions", icon: MessageCircleQuestion, count: 2 },
    ],
  },
  {
    id: "stock",
    label: "Stock",
    items: [
      { to: "/dev/catalogue", label: "Catalogue", icon: BookOpen },
      { to: "/dev/suppliers", label: "Suppliers", icon: Boxes },
      { to: "/dev/warehouse", label: "Warehouse", icon: Warehouse },
    ],
  },
  {
    id: "understand",
    label: "Understand",
    items: [
      { to: "/dev/interactions", label: "Interactions", icon: Activity },
      { to: "/dev/patterns", label: "Patterns", icon: ChartSpline },
    ],
  },
  {
    id: "automate",
    label: "Automate",
    items: [
      { to: "/dev/agents", label: "Agents", icon: Zap },
      { to: "/dev/settings", label: "Settings", icon: Settings },
    ],
  },
];
const items = groups.flatMap((group) => group.items);
const tabs = [
  {
    label: "You",
    tabs: [
      { to: "/dev/ui", label: "Profile" },
      { to: "/dev/sessions", label: "Sessions" },
    ],
  },
  { label: "Workspace", tabs: [{ to: "/dev/team", label: "Team" }] },
];

export function GalleryShell({ nowMs, children }: { nowMs: number; children: ReactNode }) {
  return (
    <AppShell
      groups={groups}
      phoneItems={items.slice(0, 4)}
      homeTo="/dev/ui"
      person={{ name: "Ana Prado", email: "owner@demo.test" }}
      workspaceName="Demo"
      profileTo="/dev/ui"
      signOutAction="/logout"
      crumbs={[{ label: "Demo", to: "/dev/ui" }, { label: "Components" }]}
      commands={[
        { heading: "Pages", commands: items.map((item) => ({ id: item.to, label: item.label, icon: item.icon, to: item.to })) },
        { heading: "Actions", commands: [{ id: "greet", label: "Say hello", hint: "a toast", onSelect: () => toast.info("Hello") }] },
      ]}
      live={{ state: "live", freshAtMs: nowMs - 3000 }}
      notifications={{ unread: 3, to: "/dev/ui" }}
      sidebarCollapsed={false}
      nowMs={nowMs}
      timeZone="America/Sao_Paulo"
    >
      {children}
      <SettingsLayout groups={tabs}>
        <p className="text-muted">The settings pages stand beside their tabs.</p>
      </SettingsLayout>
    </AppShell>
  );
}
