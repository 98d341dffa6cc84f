import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { InspectCard } from "#app/components/returns/inspect-card.tsx";
import { ReturnEnding } from "#app/components/returns/return-ending.tsx";
import { ReturnHistory, ReturnLines } from "#app/components/returns/return-lines.tsx";
import { ReturnStanding } from "#app/components/returns/return-standing.tsx";
import { TakeInCard } from "#app/components/returns/take-in-card.tsx";
import { useReturnForm } from "#app/components/returns/use-return-form.ts";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { callOffReturn } from "#app/domain/warehouse/returns/call-off-return.server.ts";
import { closeReturn } from "#app/domain/warehouse/returns/close-return.server.ts";
import { inspectReturn } from "#app/domain/warehouse/returns/inspect-return.server.ts";
import { readReturnPlaces } from "#app/domain/warehouse/returns/read-return-places.server.ts";
import { type ReturnDetail, readReturn } from "#app/domain/warehouse/returns/read-return.server.ts";
import { takeInReturn } from "#app/domain/warehouse/returns/take-in-return.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { rowTitle } from "#app/routes/page-title.ts";
import { draftOfArrival, draftOfDecision, readReturnForm } from "./return-draft.server.ts";
import type { Route } from "./+types/return.ts";

export const handle = { i18n: ["returns"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const { id } = args.params;
  const zoneId = new URL(args.request.url).searchParams.get("zone");
  const [detail, places] = await orErrorPage(Promise.all([readReturn(ctx, { id }), readReturnPlaces(ctx, { id, zoneId })]));
  return { ...(await rowTitle(args.context, "returns", "one", { label: detail.label })), detail, places };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "floor:work");
  const { id } = args.params;
  const form = await readReturnForm(args.request);
  const intent = form.one("intent");
  return tryVerb(args.context, async () => {
    if (intent === "take-in") await takeInReturn(ctx, draftOfArrival(form, id));
    else if (intent === "inspect") await inspectReturn(ctx, draftOfDecision(form, id));
    else if (intent === "close") await closeReturn(ctx, { id });
    else await callOffReturn(ctx, { id });
    return { ok: true as const, intent, id };
  });
}

export default function ReturnPage({ loaderData: { detail, places } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("returns");
  const { actions } = useConsole();
  const takeIn = useReturnForm(() => toast.ok(t("takenInToast")));
  const inspect = useReturnForm(() => toast.ok(t("decidedToast")));
  const isOpen = detail.state !== "closed" && detail.state !== "called-off";
  const mayWork = isOpen && actions.includes("floor:work");
  const mayEnd = actions.includes("warehouse:write");
  const isMissing = detail.lines.some(({ missing }) => missing > 0);
  return (
    <>
      <PageHeader title={t("one", { label: detail.label })} state={<ReturnStanding state={detail.state} />} />
      <ReturnFacts detail={detail} />
      {mayWork ? <InspectCard detail={detail} places={places} form={inspect} /> : null}
      {mayWork && isMissing ? <TakeInCard detail={detail} places={places} form={takeIn} /> : null}
      {mayEnd && detail.state === "inspected" ? <ReturnEnding detail={detail} /> : null}
      <ReturnLines detail={detail} />
      <ReturnHistory detail={detail} />
      {mayEnd && detail.state === "expected" ? <ReturnEnding detail={detail} /> : null}
    </>
  );
}

function ReturnFacts({ detail }: { detail: ReturnDetail }) {
  const { t } = useTranslation("returns");
  const source = detail.source === "channel" ? t("source.channel") : t("source.person", { name: detail.createdBy });
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
      <span>
        {t("reason")}: <span className="text-ink">{t(`reasons.${detail.reason}`)}</span>, {source}
      </span>
      {detail.trackingCode === null ? null : (
        <span>
          {t("tracking")}: <span className="font-mono text-ink">{detail.trackingCode}</span>
        </span>
      )}
      {detail.note === null ? null : (
        <span>
          {t("note")}: <span className="text-ink">{detail.note}</span>
        </span>
      )}
      {detail.orderId === null ? (
        <span>{t("noOrder")}</span>
      ) : (
        <Link to={`/orders/${detail.orderId}`} className="underline underline-offset-4">
          {t("toOrder")}
        </Link>
      )}
    </p>
  );
}
