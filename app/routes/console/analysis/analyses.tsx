import { AnalysisPage } from "#app/components/analysis/analysis-page.tsx";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { answerAnalysis } from "./answer-analysis.server.ts";
import { loadAnalysis } from "./load-analysis.server.ts";
import type { Route } from "./+types/analyses.ts";

export const handle = { i18n: ["analysis", "catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  const shown = new URL(args.request.url).searchParams.get("shown") ?? undefined;
  const loaded = await orErrorPage(loadAnalysis(ctx, args.params.id, shown));
  return { title: await pageTitle(args.context, "analysis", "title"), ...loaded };
}

export function action(args: Route.ActionArgs) {
  return answerAnalysis(args);
}

export default function ListingAnalyses({ loaderData: { title: _title, ...data } }: Route.ComponentProps) {
  return <AnalysisPage {...data} />;
}
