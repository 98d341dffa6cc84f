import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { FulfilmentActions } from "#app/components/fulfilment/fulfilment-actions.tsx";
import { FulfilmentLines } from "#app/components/fulfilment/fulfilment-lines.tsx";
import { FulfilmentStanding } from "#app/components/fulfilment/fulfilment-standing.tsx";
import { WaveLink } from "#app/components/fulfilment/wave-link.tsx";
import { RefusedTelling } from "#app/components/fulfilment/refused-telling.tsx";
import { OrderReturns } from "#app/components/returns/order-returns.tsx";
import type { PackingHelp } from "#app/components/fulfilment/parcel-forms.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { giveBackOrder } from "#app/domain/warehouse/fulfil/give-back-order.server.ts";
import { packOrder } from "#app/domain/warehouse/fulfil/pack-order.server.ts";
import { readFulfilment } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { retryRelease } from "#app/domain/warehouse/fulfil/retry-release.server.ts";
import { tellShipmentAgain } from "#app/domain/warehouse/fulfil/tell-shipment-again.server.ts";
import { shipOrder } from "#app/domain/warehouse/fulfil/ship-order.server.ts";
import { listCartons } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import { suggestCartons } from "#app/domain/warehouse/packing/suggest-cartons.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { readOrderReturns } from "../order-returns.server.ts";
import type { Route } from "./+types/order.ts";

export const handle = { i18n: ["fulfilment", "returns", "packing"] } satisfies I18nHandle;

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const fulfilment = await orErrorPage(readFulfilment(ctx, { id: args.params.id }));
  const back = await orErrorPage(readOrderReturns(ctx, fulfilment.orderId));
  const isToPack = fulfilment.state === "picked" && actorAllows(ctx.actor, "floor:work");
  const help = isToPack ? await orErrorPage(readHelp(ctx, fulfilment.id)) : null;
  return { title: await pageTitle(args.context, "fulfilment", "detailTitle", { ref: fulfilment.orderRef }), fulfilment, back, help };
}

async function readHelp(ctx: ServiceContext, id: string): Promise<PackingHelp> {
  const [suggestion, cartons] = await Promise.all([suggestCartons(ctx, { id }), listCartons(ctx)]);
  const kinds = cartons.data.filter(({ isActive }) => isActive).map((carton) => ({ id: carton.id, name: carton.name }));
  return { suggestion, kinds };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "floor:work");
  const { id } = args.params;
  const { intent, trackingCode, cartons, ...edges } = await formFields(
    args.request,
    ...(["intent", "trackingCode", "lengthMm", "widthMm", "heightMm", "weightGrams", "cartons"] as const),
  );
  return tryVerb(args.context, async () => {
    if (intent === "pack") await packOrder(ctx, { id, ...edges, cartons: cartons || [] });
    else if (intent === "ship") await shipOrder(ctx, { id, trackingCode });
    else if (intent === "tell-again") await tellShipmentAgain(ctx, { id, trackingCode });
    else if (intent === "retry") await retryRelease(ctx, { id });
    else await giveBackOrder(ctx, { id });
    return { ok: true as const, intent };
  });
}

export default function WarehouseOrder({ loaderData: { fulfilment, back, help } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("fulfilment");
  const { actions } = useConsole();
  return (
    <>
      <PageHeader title={t("detailTitle", { ref: fulfilment.orderRef })} state={<FulfilmentStanding row={fulfilment} />} />
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
        <span>
          {t("channel")}: <span className="text-ink">{fulfilment.channelName}</span>
        </span>
        {fulfilment.buyerName === null ? null : (
          <span>
            {t("buyer")}: <span className="text-ink">{fulfilment.buyerName}</span>
          </span>
        )}
        <WaveLink waveId={fulfilment.waveId} wave={fulfilment.wave} batch={fulfilment.batch} />
        <Link to={`/orders/${fulfilment.orderId}`} className="underline underline-offset-4">
          {t("toOrder")}
        </Link>
      </p>
      <RefusedTelling fulfilment={fulfilment} mayTell={actions.includes("warehouse:write")} />
      <FulfilmentActions
        fulfilment={fulfilment}
        help={help}
        may={{ work: actions.includes("floor:work"), manage: actions.includes("warehouse:write") }}
      />
      {back === null ? null : <OrderReturns facts={back} mayWork={actions.includes("floor:work")} />}
      <FulfilmentLines fulfilment={fulfilment} />
    </>
  );
}
