import { AgentCard } from "#app/components/agents/agent-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listAgents } from "#app/domain/agents/list-agents.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/agents.ts";

export const handle = { i18n: ["automation"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  return { title: await pageTitle(args.context, "automation", "list.title"), agents: await orErrorPage(listAgents(ctx)) };
}

export default function Agents({ loaderData: { agents } }: Route.ComponentProps) {
  useChanges("agents");
  const { t } = useTranslation("automation");
  const { actions } = useConsole();
  return (
    <>
      <PageHeader
        title={t("list.title")}
        state={t("list.lead")}
        actions={
          <LinkButton to="/agents/memory" size="sm">
            {t("list.memory")}
          </LinkButton>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        {agents.map((agent) => (
          <AgentCard key={agent.id} agent={agent} mayWrite={actions.includes("agents:write")} />
        ))}
      </div>
    </>
  );
}
