import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData } from "react-router";
import { CostCheck, CostsDone } from "#app/components/catalog/cost-check.tsx";
import { CostForm } from "#app/components/catalog/cost-form.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { previewCosts, setCosts } from "#app/domain/catalog/set-costs.server.ts";
import { AppError } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/costs.ts";
import { readCostForm } from "./cost-form-data.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  requireMemberWho(args, "catalog:write");
  return { title: await pageTitle(args.context, "catalog", "costs.title") };
}

/** Two steps, so that nobody sets a thousand costs unseen: what was brought is shown first, then set. */
export async function action(args: Route.ActionArgs) {
  const { ctx, workspace } = requireMemberWho(args, "catalog:write");
  const posted = await readCostForm(args.request, { locale: args.context.get(localeContext), currency: workspace.currency });
  return tryVerb(
    args.context,
    async () => {
      if (posted.step !== "check") {
        const { rows } = await setCosts(ctx, { costs: posted.costs });
        return { ok: true as const, step: posted.step, rows };
      }
      const { costs, problems } = posted;
      if (costs.length === 0 && problems.length === 0) throw new AppError("invalid", "checkFields", { fields: { lines: "costsNone" } });
      const rows = costs.length === 0 ? [] : (await previewCosts(ctx, { costs })).rows;
      return { ok: true as const, step: posted.step, rows, problems };
    },
    { lines: posted.typed },
  );
}

export default function Costs() {
  const { t } = useTranslation("catalog");
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("costs.title")} state={t("costs.state")} />
      <Step answer={answer} />
    </>
  );
}

function Step({ answer }: { answer: ReturnType<typeof useActionData<typeof action>> }) {
  if (answer?.ok !== true) return <CostForm problem={answer} />;
  return answer.step === "check" ? <CostCheck rows={answer.rows} problems={answer.problems} /> : <CostsDone {...answer} />;
}
