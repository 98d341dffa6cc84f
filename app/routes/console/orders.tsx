import { useChanges } from "#app/components/console/use-changes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigation, useSearchParams } from "react-router";
import { OrderTable } from "#app/components/orders/order-table.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { AppError } from "#app/domain/errors.ts";
import { countOpenOrders } from "#app/domain/orders/count-open-orders.server.ts";
import { listChannelNames } from "#app/domain/orders/list-channel-names.server.ts";
import { listOrders } from "#app/domain/orders/list-orders.server.ts";
import { type OrderDetail, readOrder } from "#app/domain/orders/read-order.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/orders.ts";
import { readOrdersQuery, readOrdersSort } from "./orders-query.ts";

export const handle = { i18n: ["orders"] } satisfies I18nHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "orders:read");
  const query = new URL(args.request.url).searchParams;
  const list = {
    ...readOrdersQuery(query, timeZone),
    sort: readOrdersSort(query),
    cursor: query.get("cursor") ?? undefined,
    limit: pageSize,
  };
  const [page, channels, open, opened] = await orErrorPage(
    Promise.all([listOrders(ctx, list), listChannelNames(ctx), countOpenOrders(ctx), readOpened(ctx, query.get("order"))]),
  );
  return {
    title: await pageTitle(args.context, "orders", "title"),
    page,
    channels,
    open,
    opened,
    today: zonedDay(ctx.clock.now(), timeZone),
  };
}

/** An address may name an order that is gone: then the list is shown without it. */
async function readOpened(ctx: ServiceContext, id: string | null): Promise<OrderDetail | null> {
  if (id === null || id === "") return null;
  try {
    return await readOrder(ctx, { id });
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) return null;
    throw error;
  }
}

export default function Orders({ loaderData: { page, channels, open, opened, today } }: Route.ComponentProps) {
  useChanges("orders");
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const { location } = useNavigation();
  // Opening an order changes the address too, but not the list.
  const isLoading = location?.pathname === "/orders" && !isSameList(location.search);
  const waiting = t("waiting", { count: open.open, shown: formatNumber(open.open, locale) });
  const inWords = open.late > 0 ? t("waitingLate", { waiting, late: formatNumber(open.late, locale) }) : t("waitingInTime", { waiting });
  return (
    <>
      <PageHeader title={t("title")} state={open.open === 0 ? t("nothingWaits") : inWords} />
      <Views late={open.late} />
      <OrderTable page={page} channels={channels} opened={opened} today={today} isLoading={isLoading} />
    </>
  );
}

function Views({ late }: { late: number }) {
  const { t } = useTranslation("orders");
  const [query] = useSearchParams();
  const state = query.get("state");
  const isLate = query.get("late") === "1";
  const views = ["ready", "shipped", "cancelled"] as const;
  const tab = (name: "ready" | "shipped" | "cancelled") => ({
    to: `/orders?state=${name}`,
    label: t(`views.${name}`),
    current: state === name && !isLate,
  });
  const [ready, ...others] = views.map(tab);
  return (
    <LinkTabs
      label={t("view")}
      tabs={[
        { to: "/orders", label: t("views.all"), current: state === null && !isLate },
        ...(ready ? [ready] : []),
        { to: "/orders?late=1", label: t("views.late"), current: isLate, ...(late > 0 ? { count: late } : {}) },
        ...others,
      ]}
    />
  );
}

function isSameList(nextSearch: string): boolean {
  const listOf = (search: string) => {
    const query = new URLSearchParams(search);
    for (const name of ["order", "cols", "density"]) query.delete(name);
    query.sort();
    return query.toString();
  };
  return typeof window === "undefined" || listOf(nextSearch) === listOf(window.location.search);
}
