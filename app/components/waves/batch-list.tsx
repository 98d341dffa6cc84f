import { Link } from "react-router";
import { InlineFact } from "#app/components/settings/inline-fact.tsx";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { problemOf } from "#app/components/fulfilment/fulfilment-standing.tsx";
import { fulfilmentStates } from "#app/domain/warehouse/fulfil/states.ts";
import type { WaveBatch } from "#app/domain/warehouse/waves/read-wave.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BatchPicks, PickedWhen } from "./batch-picks.tsx";
import { PickedBar } from "./picked-bar.tsx";

/** The batches of a wave, each with who walks it and how its orders stand. */
export function BatchList({ batches }: { batches: readonly WaveBatch[] }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {batches.map((batch) => (
        <BatchCard key={batch.number} batch={batch} />
      ))}
    </div>
  );
}

function BatchCard({ batch }: { batch: WaveBatch }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const { id, number, metres, units, picked, openPicks, pickers, picks, orders } = batch;
  const title = id === "" ? t("unplanned") : t("batch", { number });
  const shown = (value: number) => formatNumber(value, locale);
  return (
    <Card id={`batch-${number}`} className="scroll-mt-20">
      <CardHeader title={title} action={<PickedBar units={units} picked={picked} />} />
      <CardBody className="grid gap-3">
        <dl className="flex flex-wrap gap-x-5 gap-y-1">
          {openPicks + picks.length === 0 ? null : (
            <InlineFact label={t("pickers")}>{pickers.length === 0 ? t("nobody") : pickers.join(", ")}</InlineFact>
          )}
          {picks.length === 0 ? null : (
            <InlineFact label={t("pickedWhen")}>
              <PickedWhen picks={picks} />
            </InlineFact>
          )}
          <InlineFact label={t("walk")}>
            {metres === null ? t("metresUnknown") : t("metres", { shown: shown(Math.round(metres)) })}
          </InlineFact>
        </dl>
        {openPicks === 0 ? null : <p className="text-sm text-muted">{t("openPicks", { count: openPicks, shown: shown(openPicks) })}</p>}
        <BatchPicks picks={picks} label={title} />
        <ul className="grid gap-2">
          {orders.map((order) => (
            <BatchOrder key={order.id} order={order} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function BatchOrder({ order }: { order: WaveBatch["orders"][number] }) {
  const { t } = useTranslation("fulfilment");
  const state = fulfilmentStates.find((one) => one === order.state);
  const problem = problemOf(order.problem);
  return (
    <li className="flex flex-wrap items-center gap-2">
      <Link to={`/warehouse/orders/${order.id}`} className="font-mono underline underline-offset-4">
        {order.orderRef}
      </Link>
      {problem === undefined ? null : <StateBadge tone="wrong">{t(`problems.${problem}`)}</StateBadge>}
      {state === undefined ? null : <Badge>{t(`states.${state}`)}</Badge>}
    </li>
  );
}
