import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RuleCard, type RulesAnswer } from "#app/components/waves/rule-card.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import { listChannelNames } from "#app/domain/orders/list-channel-names.server.ts";
import { readCutOffs } from "#app/domain/warehouse/waves/cut-off-lines.ts";
import { listReleaseRules } from "#app/domain/warehouse/waves/list-release-rules.server.ts";
import { lookAtRule } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import { saveReleaseRule } from "#app/domain/warehouse/waves/save-release-rule.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { batchingOfForm, textOf } from "./batching-form.ts";
import type { Route } from "./+types/release-rules.ts";

export const handle = { i18n: ["waves"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx, workspace } = requireMemberWho(args, "warehouse:read");
  const [{ data }, channels] = await orErrorPage(
    Promise.all([listReleaseRules(ctx), actorAllows(ctx.actor, "orders:read") ? listChannelNames(ctx) : []]),
  );
  return { title: await pageTitle(args.context, "waves", "rulesTitle"), rules: data, channels, timeZone: workspace.timeZone };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:write");
  const form = await args.request.formData().catch(() => new FormData());
  const warehouseId = textOf(form, "warehouseId");
  return tryVerb(args.context, async (): Promise<RulesAnswer> => {
    if (textOf(form, "intent") === "look") return { ok: true, saved: false, look: await lookAtRule(ctx, { warehouseId }) };
    await saveReleaseRule(ctx, {
      warehouseId,
      version: textOf(form, "version"),
      isActive: form.has("isActive"),
      everyMinutes: textOf(form, "everyMinutes"),
      whenWaiting: textOf(form, "whenWaiting"),
      cutOffs: cutOffsOf(textOf(form, "cutOffs")),
      leadMinutes: textOf(form, "leadMinutes"),
      channelIds: form.getAll("channelIds").filter((value) => typeof value === "string"),
      batching: batchingOfForm(form),
    });
    return { ok: true, saved: true };
  });
}

/** Lines that cannot be read become one that no carrier has, so that the field is refused with whatever else is wrong. */
function cutOffsOf(lines: string) {
  return readCutOffs(lines)?.map(({ days, time }) => ({ days: [...days], time })) ?? [{ days: [], time: "" }];
}

export default function ReleaseRules({ loaderData: { rules, channels, timeZone } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("waves");
  const mayWrite = useConsole().actions.includes("warehouse:write");
  const active = rules.filter(({ isActive }) => isActive).length;
  return (
    <>
      <PageHeader title={t("rulesTitle")} state={active === 0 ? t("rulesNone") : t("rulesState", { count: active })} />
      {rules.length === 0 ? (
        <Card>
          <EmptyState title={t("rulesEmpty")} action={<LinkButton to="/warehouse">{t("toWarehouses")}</LinkButton>}>
            {t("rulesEmptyText")}
          </EmptyState>
        </Card>
      ) : (
        rules.map((rule) => <RuleCard key={rule.warehouseId} rule={rule} channels={channels} timeZone={timeZone} mayWrite={mayWrite} />)
      )}
    </>
  );
}
