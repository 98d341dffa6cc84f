import {
  BadgeCheck,
  Activity,
  Bell,
  BookOpen,
  Bot,
  Boxes,
  Archive,
  Brain,
  ChartLine,
  Coins,
  Footprints,
  Gauge,
  Inbox,
  Globe,
  KeyRound,
  Languages,
  LayoutDashboard,
  LayoutGrid,
  Lightbulb,
  ListChecks,
  Mail,
  LogOut,
  MessageCircleQuestion,
  MessageSquareWarning,
  Moon,
  Network,
  MessagesSquare,
  MousePointerClick,
  Package,
  PackageCheck,
  PackageOpen,
  Plug,
  PackagePlus,
  Radar,
  Repeat,
  ScrollText,
  Settings,
  ShieldCheck,
  Sparkles,
  Star,
  Store,
  Sun,
  Tablet,
  Tags,
  TimerReset,
  TrendingUp,
  TriangleAlert,
  Undo2,
  UserPlus,
  Users,
  Waves,
  Warehouse,
  Zap,
} from "lucide-react";
import type { Translate } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CommandGroup, CommandItem, NavGroup, NavItem } from "#app/components/shell/shell-types.ts";
import type { Crumb } from "#app/components/ui/breadcrumb.tsx";
import type { Action } from "#app/domain/accounts/permissions.ts";

type Post = (fields: Record<string, string>, action: string) => void;
type Page = NavItem & { needs?: Action };
/** Where somebody is, and what the page there calls itself. */
type Here = { pathname: string; name: string | undefined };

/** The console's table of contents, narrowed to what a role may open: sidebar, phone bar, breadcrumbs and commands. */
export function useConsoleNavigation(allowed: readonly Action[], here: Here, post: Post) {
  const { pathname } = here;
  const { t } = useTranslation("console");
  const may = (page: Page) => page.needs === undefined || allowed.includes(page.needs);
  const work: Page[] = [
    { to: "/overview", label: t("nav.overview"), icon: LayoutDashboard },
    { to: "/activity", label: t("nav.activity"), icon: Activity },
    { to: "/notifications", label: t("nav.notifications"), icon: Bell },
  ];
  const sell: Page[] = [
    { to: "/channels", label: t("nav.channels"), icon: Store, needs: "channels:read" },
    { to: "/listings", label: t("nav.listings"), icon: Tags, needs: "catalog:read" },
    { to: "/orders", label: t("nav.orders"), icon: Package, needs: "orders:read" },
    { to: "/questions", label: t("nav.questions"), icon: MessageCircleQuestion, needs: "service:read" },
    { to: "/reviews", label: t("nav.reviews"), icon: Star, needs: "service:read" },
    { to: "/score", label: t("nav.score"), icon: Gauge, needs: "selling:read" },
    { to: "/recommendations", label: t("nav.advice"), icon: Lightbulb, needs: "selling:read" },
    { to: "/trends", label: t("nav.trends"), icon: TrendingUp, needs: "selling:read" },
  ];
  const stock: Page[] = [
    { to: "/catalog", label: t("nav.catalog"), icon: Boxes, needs: "catalog:read" },
    { to: "/warehouse", label: t("nav.warehouse"), icon: Warehouse, needs: "warehouse:read" },
    { to: "/warehouse/orders", label: t("nav.fulfilment"), icon: PackageCheck, needs: "warehouse:read" },
    { to: "/warehouse/returns", label: t("nav.returns"), icon: Undo2, needs: "warehouse:read" },
  ];
  const shortOf = (to: string) => (to === "/warehouse/orders" ? t("nav.fulfilmentShort") : undefined);
  const understand = understandPages(t);
  const automate = automatePages(t);
  const below: Page[] = [
    ...behindLists(t),
    { to: "/warehouse/monitoring", label: t("nav.monitoring"), icon: ChartLine, needs: "warehouse:read" },
    { to: "/warehouse/reports", label: t("nav.reports"), icon: ScrollText, needs: "warehouse:read" },
    { to: "/catalog/costs", label: t("nav.costs"), icon: Coins, needs: "catalog:write" },
    { to: "/catalog/new", label: t("nav.newProduct"), icon: PackagePlus, needs: "catalog:write" },
  ];
  const settings = settingsPages(t);
  const manage: Page[] = [
    ...settings.filter((page) => page.needs === "team:read" || page.needs === "audit:read"),
    { to: "/settings", label: t("nav.settings"), icon: Settings },
  ];
  const groups: NavGroup[] = [
    { id: "work", items: work.filter(may) },
    { id: "sell", label: t("nav.sell"), items: sell.filter(may) },
    { id: "stock", label: t("nav.stock"), items: stock.filter(may).map((page) => ({ ...page, end: hasNearer(page, stock, pathname) })) },
    { id: "understand", label: t("nav.understand"), items: understand.filter(may) },
    { id: "automate", label: t("nav.automate"), items: automate.filter(may) },
    { id: "manage", label: t("nav.manage"), items: manage.filter(may).map((page) => ({ ...page, end: page.to === "/settings" })) },
  ];
  const pages = [...work, ...sell, ...stock, ...understand, ...automate, ...below, ...floorPages(t), ...settings];
  return {
    groups: groups.filter((group) => group.items.length > 0),
    phoneItems: [...work.slice(0, 1), ...daily(sell, stock, allowed), ...work.slice(1), ...manage.slice(-1)]
      .filter(may)
      .slice(0, 4)
      .map((page) => ({ ...page, end: hasNearer(page, stock, pathname), label: shortOf(page.to) ?? page.label })),
    crumbs: crumbsOf(here, pages, { settings: t("nav.settings"), row: t("nav.row") }),
    commands: commandGroups(pages.filter(may), allowed, post, t),
  };
}

/** What belongs to a warehouse and is opened now and then. */
function floorPages(t: Translate<"console">): Page[] {
  return [
    { to: "/warehouse/tablets", label: t("nav.tablets"), icon: Tablet, needs: "warehouse:read" },
    { to: "/warehouse/cartons", label: t("nav.cartons"), icon: PackageOpen, needs: "warehouse:read" },
    { to: "/warehouse/waves", label: t("nav.waves"), icon: Waves, needs: "warehouse:read" },
    { to: "/warehouse/release-rules", label: t("nav.releaseRules"), icon: TimerReset, needs: "warehouse:read" },
  ];
}

function settingsPages(t: Translate<"console">): Page[] {
  return [
    { to: "/settings/profile", label: t("nav.profile"), icon: Settings },
    { to: "/settings/sessions", label: t("nav.sessions"), icon: Settings },
    { to: "/settings/workspace", label: t("nav.workspace"), icon: Settings },
    { to: "/settings/team", label: t("nav.team"), icon: Users, needs: "team:read" },
    { to: "/settings/api-keys", label: t("nav.apiKeys"), icon: KeyRound, needs: "keys:read" },
    { to: "/settings/connect", label: t("nav.connect"), icon: Plug, needs: "keys:read" },
    { to: "/settings/ai", label: t("nav.aiSettings"), icon: Sparkles, needs: "ai:read" },
    { to: "/settings/audit", label: t("nav.audit"), icon: ScrollText, needs: "audit:read" },
    { to: "/settings/deliveries", label: t("nav.deliveries"), icon: TriangleAlert, needs: "deliveries:read" },
  ];
}

/** What shoppers do, and what it adds up to. */
function understandPages(t: Translate<"console">): Page[] {
  return [
    { to: "/chat", label: t("nav.chat"), icon: MessagesSquare, needs: "chat:read" },
    { to: "/dashboards", label: t("nav.dashboards"), icon: LayoutGrid, needs: "chat:read" },
    { to: "/artifacts", label: t("nav.artifacts"), icon: Archive, needs: "chat:read" },
    { to: "/interactions", label: t("nav.interactions"), icon: Footprints, needs: "shoppers:read" },
    { to: "/sessions", label: t("nav.visits"), icon: MousePointerClick, needs: "shoppers:read" },
    { to: "/patterns", label: t("nav.patterns"), icon: Repeat, needs: "shoppers:read" },
    { to: "/sites", label: t("nav.sites"), icon: Globe, needs: "shoppers:read" },
  ];
}

function automatePages(t: Translate<"console">): Page[] {
  return [
    { to: "/agents", label: t("nav.agents"), icon: Bot, needs: "agents:read" },
    { to: "/proposals", label: t("nav.proposals"), icon: ListChecks, needs: "agents:read" },
    { to: "/approvals", label: t("nav.approvals"), icon: BadgeCheck, needs: "chat:read" },
    { to: "/triggers", label: t("nav.triggers"), icon: Zap, needs: "triggers:read" },
    { to: "/ai", label: t("nav.ai"), icon: Sparkles, needs: "ai:read" },
    { to: "/market", label: t("nav.market"), icon: Radar, needs: "agents:read" },
    { to: "/delegations", label: t("nav.delegations"), icon: Network, needs: "agents:read" },
  ];
}

/** What stands behind lists: what many complain about, what agents keep for each other, and what they may do unasked. */
function behindLists(t: Translate<"console">): Page[] {
  return [
    { to: "/collect", label: t("nav.ingest"), icon: Inbox, needs: "shoppers:read" },
    { to: "/reviews/gaps", label: t("nav.gaps"), icon: MessageSquareWarning, needs: "service:read" },
    { to: "/agents/memory", label: t("nav.agentMemory"), icon: Brain, needs: "agents:read" },
    { to: "/proposals/policies", label: t("nav.policies"), icon: ShieldCheck, needs: "agents:read" },
    { to: "/triggers/new", label: t("nav.newTrigger"), icon: Zap, needs: "triggers:write" },
    { to: "/mails", label: t("nav.reportMails"), icon: Mail, needs: "chat:read" },
    { to: "/mails/new", label: t("nav.newReportMail"), icon: Mail, needs: "chat:write" },
    { to: "/sites/new", label: t("nav.newSite"), icon: Globe, needs: "shoppers:write" },
  ];
}

/** What is opened every day, for the few places of a phone's bar: by those who sell, and by those who run the floor. */
function daily(sell: readonly Page[], stock: readonly Page[], allowed: readonly Action[]): Page[] {
  const isOfTheFloor = allowed.includes("floor:work") && !allowed.includes("channels:write");
  const ways = isOfTheFloor ? ["/warehouse", "/warehouse/orders", "/orders"] : ["/listings", "/orders", "/questions"];
  return ways.flatMap((way) => [...sell, ...stock].filter(({ to }) => to === way));
}

function isBelow(pathname: string, { to }: Page): boolean {
  return pathname.startsWith(`${to}/`);
}

/** Another page of these lies on the way from this one to where one is: that one is open, not this. */
function hasNearer(page: Page, pages: readonly Page[], pathname: string): boolean {
  return pages.some((other) => isBelow(other.to, page) && (other.to === pathname || isBelow(pathname, other)));
}

/** Every page on the way here, outermost first. */
function crumbsOf({ pathname, name }: Here, pages: Page[], labels: { settings: string; row: string }): Crumb[] {
  const here = pages.find((page) => page.to === pathname);
  const way = pages.filter((page) => page.to !== "/settings" && isBelow(pathname, page)).toSorted((a, b) => a.to.length - b.to.length);
  const parents: Crumb[] = [
    ...(pathname.startsWith("/settings") ? [{ label: labels.settings, to: "/settings" }] : []),
    ...way.map(({ label, to }) => ({ label, to })),
  ];
  if (here === undefined && way.length === 0) return parents;
  const own = name === way.at(-1)?.label ? undefined : name;
  return [...parents, { label: here?.label ?? own ?? labels.row }];
}

/** Lists that take words in their address. */
const searchable = ["/listings", "/catalog", "/orders", "/questions", "/reviews"];

function commandGroups(pages: Page[], allowed: readonly Action[], post: Post, t: Translate<"console">): CommandGroup[] {
  const goTo: CommandItem[] = [
    ...pages.map(({ to, label, icon }) => ({ id: to, to, label, icon })),
    { id: "docs", to: "/docs/api", label: t("nav.apiDocs"), icon: BookOpen },
  ];
  const makers: CommandItem[] = [
    ...(allowed.includes("chat:write") ? [{ id: "ask", to: "/chat?ask=1", label: t("commands.ask"), icon: MessagesSquare }] : []),
    ...(allowed.includes("team:write")
      ? [{ id: "invite", to: "/settings/team?invite=1", label: t("commands.invite"), icon: UserPlus }]
      : []),
    ...(allowed.includes("keys:write")
      ? [{ id: "new-key", to: "/settings/api-keys?new=1", label: t("commands.newKey"), icon: KeyRound }]
      : []),
  ];
  const tastes: CommandItem[] = [
    { id: "light", label: t("commands.light"), icon: Sun, onSelect: () => post({ theme: "light" }, "/preferences") },
    { id: "dark", label: t("commands.dark"), icon: Moon, onSelect: () => post({ theme: "dark" }, "/preferences") },
    { id: "en", label: t("commands.english"), icon: Languages, onSelect: () => post({ locale: "en" }, "/preferences") },
    { id: "pt-BR", label: t("commands.portuguese"), icon: Languages, onSelect: () => post({ locale: "pt-BR" }, "/preferences") },
    { id: "sign-out", label: t("commands.signOut"), icon: LogOut, onSelect: () => post({}, "/logout") },
  ];
  const lists = searchable.flatMap((to) => pages.filter((page) => page.to === to));
  return [
    { heading: t("commands.goTo"), commands: goTo },
    { heading: t("commands.do"), commands: [...makers, ...tastes] },
    { heading: t("commands.find"), commands: lists.map(({ to, label, icon }) => ({ id: `find${to}`, to, label, icon, finds: true })) },
  ];
}
