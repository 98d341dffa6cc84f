import { useChanges } from "#app/components/console/use-changes.ts";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { BatchList } from "#app/components/waves/batch-list.tsx";
import { WalkSum } from "#app/components/waves/walk-sum.tsx";
import { readWave } from "#app/domain/warehouse/waves/read-wave.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/wave.ts";

export const handle = { i18n: ["waves", "fulfilment"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const wave = await orErrorPage(readWave(ctx, { id: args.params.id }));
  return { title: await pageTitle(args.context, "waves", "waveTitle", { number: String(wave.number) }), wave };
}

export default function Wave({ loaderData: { wave } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("waves");
  const { number, warehouseName, createdBy, units, picked, batching, metres, oneByOneMetres, unplacedZones, silentZones } = wave;
  return (
    <>
      <PageHeader title={t("waveTitle", { number })} state={t("waveState", { warehouse: warehouseName, by: createdBy })} />
      <Progress label={t("picked")} done={picked} total={units} />
      {batching === null ? null : (
        <p className="text-muted">
          {t(`howShort.${batching.kind}`, { most: batching.kind === "each" ? 1 : batching.most })} ·{" "}
          <WalkSum metres={metres} single={oneByOneMetres} />
        </p>
      )}
      {unplacedZones.length === 0 ? null : (
        <InlineAlert tone="watch" title={t("unplaced", { zones: unplacedZones.join(", ") })}>
          {t("unplacedText")}
        </InlineAlert>
      )}
      {silentZones.length === 0 ? null : (
        <InlineAlert tone="watch" title={t("silent", { zones: silentZones.join(", ") })}>
          {t("silentText")}
        </InlineAlert>
      )}
      <BatchList batches={wave.batches} />
    </>
  );
}
