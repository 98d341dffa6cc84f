import { InHouse } from "#app/components/fulfilment/in-house.tsx";
import { RefusedTelling } from "#app/components/fulfilment/refused-telling.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { OrderReturns } from "#app/components/returns/order-returns.tsx";
import { OrderBody } from "#app/components/orders/order-body.tsx";
import { OrderStateBadge } from "#app/components/orders/order-state.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import { listFulfilments } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { readOrder } from "#app/domain/orders/read-order.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { readOrderReturns } from "./order-returns.server.ts";
import type { Route } from "./+types/order.ts";

export const handle = { i18n: ["orders", "fulfilment", "returns"] } satisfies I18nHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "orders:read");
  const order = await orErrorPage(readOrder(ctx, { id: args.params.id }));
  // Whoever may not look into the house still sees the order.
  const [inHouse, back] = await Promise.all([
    actorAllows(ctx.actor, "warehouse:read") ? orErrorPage(listFulfilments(ctx, { orderId: order.id, limit: 20 })) : null,
    orErrorPage(readOrderReturns(ctx, order.id)),
  ]);
  const title = await pageTitle(args.context, "orders", "oneTitle", { ref: order.orderRef });
  return { order, inHouse: inHouse?.data ?? [], back, title };
}

export default function Order({ loaderData: { order, inHouse, back } }: Route.ComponentProps) {
  useChanges("orders", "warehouse");
  const { t } = useTranslation("orders");
  const { actions } = useConsole();
  return (
    <>
      <PageHeader
        title={t("oneTitle", { ref: order.orderRef })}
        state={order.channel.name}
        actions={
          <>
            <CodeTag value={order.orderRef} copyable />
            <OrderStateBadge state={order.state} isLate={order.isLate} />
          </>
        }
      />
      {inHouse.map((fulfilment) => (
        <RefusedTelling key={fulfilment.id} fulfilment={fulfilment} mayTell={actions.includes("warehouse:write")} />
      ))}
      <InHouse rows={inHouse} />
      {back === null ? null : <OrderReturns facts={back} mayWork={actions.includes("floor:work")} />}
      <Card>
        <CardBody>
          <OrderBody order={order} isWide />
        </CardBody>
      </Card>
    </>
  );
}
