import { Link } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type DemandTableProps = {
  orders: readonly DemandOrder[];
  /** Null for who only looks on. */
  chosen: ReadonlySet<string> | null;
  onToggle: (id: string) => void;
};

export function DemandTable({ orders, chosen, onToggle }: DemandTableProps) {
  const { t } = useTranslation("fulfilment");
  return (
    <Table label={t("tabs.release")}>
      <thead>
        <tr>
          <Th>{t("order")}</Th>
          <Th>{t("goods")}</Th>
          <Th className="max-sm:hidden">{t("standing")}</Th>
          <Th className="max-sm:hidden">{t("shipBy")}</Th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Tr key={order.id}>
            <Td className="align-top">
              <span className="flex items-start gap-3">
                {chosen === null ? null : (
                  <Checkbox
                    className="mt-1"
                    aria-label={t("choose", { ref: order.orderRef })}
                    checked={chosen.has(order.id)}
                    disabled={order.hindrance !== null}
                    onChange={() => onToggle(order.id)}
                  />
                )}
                <span className="grid">
                  <Link to={`/orders/${order.id}`} className="font-mono underline underline-offset-4">
                    {order.orderRef}
                  </Link>
                  <span className="text-sm text-muted">
                    {order.channelName}, <RelativeTime ms={order.placedAt} />
                  </span>
                </span>
              </span>
            </Td>
            <Td className="align-top">
              <Goods order={order} />
              <span className="mt-2 block sm:hidden">
                <Standing order={order} />
              </span>
            </Td>
            <Td className="align-top max-sm:hidden">
              <Standing order={order} />
            </Td>
            <Td className="align-top max-sm:hidden">{order.shipBy === null ? t("noDate") : <RelativeTime ms={order.shipBy} />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Goods({ order }: { order: DemandOrder }) {
  const { t } = useTranslation("fulfilment");
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {order.lines.map((line) => (
        <li key={line.id}>
          <span className="font-semibold">{formatNumber(line.quantity, locale)} ×</span> {line.title}{" "}
          {line.variantId === null ? (
            <Link
              to={`/listings?${new URLSearchParams({ q: line.title })}`}
              className="text-sm whitespace-nowrap underline underline-offset-4"
            >
              {t("giveProduct")}
            </Link>
          ) : (
            <span className="text-sm whitespace-nowrap text-muted">
              ({t("free", { count: line.free, shown: formatNumber(line.free, locale) })})
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A long word of state must not push the goods out of a phone's screen. */
const wraps = "max-sm:[&>span]:whitespace-normal";

function Standing({ order: { hindrance, isWaiting } }: { order: DemandOrder }) {
  const { t } = useTranslation("fulfilment");
  if (hindrance === null)
    return (
      <StateBadge tone="ok" className={wraps}>
        {t("canGo")}
      </StateBadge>
    );
  return (
    <span className="flex flex-wrap gap-1">
      <StateBadge tone={hindrance === "not-ready" ? "info" : "watch"} className={wraps}>
        {t(`hindrances.${hindrance}`)}
      </StateBadge>
      {isWaiting ? <Badge>{t("waited")}</Badge> : null}
      {hindrance === "not-enough" ? (
        <Link to="/warehouse" className="text-sm underline underline-offset-4">
          {t("receiveMore")}
        </Link>
      ) : null}
    </span>
  );
}
