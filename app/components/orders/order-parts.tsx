import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import { formatDuration, formatMoney } from "#app/i18n/format.ts";
import { OrderStateBadge } from "./order-state.tsx";

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="label-caps">{title}</h2>
      {children}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[8rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

export function OrderLines({ order: { lines, currency } }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  return (
    <ul className="grid rounded border border-line">
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an order may hold the same item twice, and its lines never move.
        <li key={index} className="grid gap-1 border-b border-line px-4 py-3 last:border-b-0">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 font-medium break-words">
              {line.quantity} ×{" "}
              {line.listing ? (
                <Link to={`/listings/${line.listing.id}`} className="underline underline-offset-4">
                  {line.title}
                </Link>
              ) : (
                line.title
              )}
            </span>
            <span className="font-semibold whitespace-nowrap">{formatMoney(line.quantity * line.unitPriceCents, currency, locale)}</span>
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            {line.quantity > 1 ? <span>{t("lines.each", { price: formatMoney(line.unitPriceCents, currency, locale) })}</span> : null}
            {line.sku ? <CodeTag value={line.sku} copyable /> : null}
            {line.product ? (
              <span>
                {t("lines.product")}:{" "}
                <Link to={`/catalogue/${line.product.id}`} className="text-accent underline underline-offset-4">
                  {line.product.title}
                </Link>
              </span>
            ) : (
              <span>{t("lines.unlinked")}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const shipmentWords = [
  "pending",
  "handling",
  "ready_to_ship",
  "processed",
  "shipped",
  "in_transit",
  "delivered",
  "to_confirm_receive",
  "not_delivered",
  "to_return",
  "cancelled",
] as const;

/** The vendor's word in the reader's, when it is one we know. */
function useShipmentWord(): (status: string) => string {
  const { t } = useTranslation("orders");
  return (status) => {
    const known = shipmentWords.find((word) => word === status.toLowerCase());
    return known === undefined ? status : t(`shipment.words.${known}`);
  };
}

export function OrderShipment({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const word = useShipmentWord();
  const { shipment, shipmentStatus, shipmentRef, shipBy, shippedAt, deliveredAt } = order;
  if (shipmentRef === null && shipBy === null) return <p className="text-muted">{t("shipment.none")}</p>;
  return (
    <dl className="grid gap-2">
      {shipmentStatus ? <Fact label={t("shipment.status")}>{word(shipmentStatus)}</Fact> : null}
      {shipBy === null ? null : (
        <Fact label={t("shipment.shipBy")}>
          <DateTime ms={shipBy} /> <ShipByNote order={order} shipBy={shipBy} />
        </Fact>
      )}
      <Fact label={t("shipment.tracking")}>
        {shipment?.trackingNumber ? (
          <CodeTag value={shipment.trackingNumber} copyable />
        ) : (
          <span className="text-muted italic">{t("unknown")}</span>
        )}
      </Fact>
      {shipment?.carrier ? <Fact label={t("shipment.carrier")}>{shipment.carrier}</Fact> : null}
      {shippedAt === null ? null : (
        <Fact label={t("shipment.shippedAt")}>
          <DateTime ms={shippedAt} />
        </Fact>
      )}
      {deliveredAt === null ? null : (
        <Fact label={t("shipment.deliveredAt")}>
          <DateTime ms={deliveredAt} />
        </Fact>
      )}
      {shipmentRef ? (
        <Fact label={t("shipment.number")}>
          <CodeTag value={shipmentRef} copyable />
        </Fact>
      ) : null}
    </dl>
  );
}

function ShipByNote({ order, shipBy }: { order: OrderDetail; shipBy: number }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  if (order.isLate) {
    const overMs = nowMs - shipBy;
    return (
      <StateBadge tone="wrong">{overMs > 0 ? t("shipment.lateBy", { duration: formatDuration(overMs, locale) }) : t("late")}</StateBadge>
    );
  }
  const isOpen = order.state === "ready" || order.state === "held";
  return isOpen ? (
    <span className="text-muted">({t("shipment.leftToShip", { duration: formatDuration(Math.max(0, shipBy - nowMs), locale) })})</span>
  ) : null;
}

export function OrderPack({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const states = [order, ...order.pack].map(({ state }) => state);
  const packAdvice = states.includes("unpaid")
    ? "unpaid"
    : states.some((state) => state === "ready" || state === "held")
      ? "together"
      : null;
  return (
    <div className="grid gap-2">
      <p className="text-muted">
        {t("pack.text", { count: order.pack.length })} {packAdvice === null ? null : t(`pack.${packAdvice}`)}
      </p>
      <ul className="grid rounded border border-line">
        {order.pack.map((other) => (
          <li key={other.id} className="grid gap-1 border-b border-line px-4 py-3 last:border-b-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <Link to={`/orders/${other.id}`} className="font-mono text-sm text-accent underline underline-offset-4">
                {other.orderRef}
              </Link>
              <OrderStateBadge state={other.state} />
            </p>
            {other.lines.map((line) => (
              <p key={line.title} className="break-words">
                {line.quantity} × {line.title}
              </p>
            ))}
            <p className="text-sm text-muted">{formatMoney(other.totalCents, other.currency, locale)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function OrderBuyer({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  return (
    <dl className="grid gap-2">
      <Fact label={t("buyer.name")}>{order.buyerName ?? <span className="text-muted italic">{t("unknown")}</span>}</Fact>
      {order.buyerMessage ? (
        <Fact label={t("buyer.message")}>
          <q className="whitespace-pre-wrap">{order.buyerMessage}</q>
        </Fact>
      ) : null}
    </dl>
  );
}

export function OrderCancel({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const who = (["buyer", "seller", "vendor"] as const).find((one) => one === order.cancelledBy);
  return (
    <dl className="grid gap-2">
      {who === undefined ? null : <Fact label={t("filters.cancelledBy")}>{t(`cancellers.${who}`)}</Fact>}
      <Fact label={t("cancel.reason")}>{order.cancelReason || t("cancel.noReason")}</Fact>
    </dl>
  );
}

export function OrderHistory({ order: { history, readAt } }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const word = useShipmentWord();
  return (
    <div className="grid gap-2">
      {history.length === 0 ? <p className="text-muted">{t("history.none")}</p> : null}
      <ol className="grid gap-2">
        {history.toReversed().map((event) => (
          <li key={`${event.at}/${event.vendorStatus}/${event.shipmentStatus}`} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
            <DateTime ms={event.at} className="text-muted" />
            <span>
              {t(`states.${event.state}`)} <span className="font-mono text-xs text-muted">{event.vendorStatus}</span>
              {event.shipmentStatus ? (
                <span className="block text-sm text-muted">{t("history.shipment", { status: word(event.shipmentStatus) })}</span>
              ) : null}
              {event.isExpected ? null : <span className="block text-sm text-watch">{t("history.unusual")}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-sm text-muted">
        {t("history.asOf")} <RelativeTime ms={readAt} />
      </p>
    </div>
  );
}
