import { useActionData, useFetcher, useNavigate } from "react-router";
import { CallsCard } from "#app/components/connect/calls-card.tsx";
import { CopyRow } from "#app/components/connect/copy-row.tsx";
import { KeyForm } from "#app/components/connect/key-form.tsx";
import { MadeKey } from "#app/components/connect/made-key.tsx";
import { RecipesCard } from "#app/components/connect/recipes-card.tsx";
import { useConsole } from "#app/components/console/use-console.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { type AssistantRight, assistantScopes } from "#app/domain/accounts/assistant-scopes.ts";
import { listApiKeys } from "#app/domain/accounts/list-api-keys.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { mcpPath } from "#app/protocols/mcp/handle-mcp.server.ts";
import { mcpToolsFor } from "#app/protocols/mcp/mcp-tools.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/connect.ts";
import { makeAssistantKey } from "./connect-action.server.ts";

export const handle = { i18n: ["connect"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const mostKeys = 100;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "keys:read");
  const keys = await orErrorPage(listApiKeys(ctx, { limit: mostKeys }));
  return {
    title: await pageTitle(args.context, "connect", "title"),
    mcpUrl: `${ctx.publicUrl}${mcpPath}`,
    agentUrl: `${ctx.publicUrl}/.well-known/agent-card.json`,
    tools: { look: offered("look", ctx.locale), ask: offered("ask", ctx.locale) },
    keys: keys.data
      .filter(({ state, scopes }) => state === "active" && scopes.includes("chat:read"))
      .map(({ id, name, hint, lastUsedAt, scopes }) => ({ id, name, hint, lastUsedAt, asks: scopes.includes("chat:write") })),
  };
}

function offered(right: AssistantRight, locale: Locale) {
  const actor = { kind: "mcpClient", clientId: "", name: "", scopes: assistantScopes[right] } as const;
  return mcpToolsFor({ actor }).map(({ title, effect }) => ({ title: title[locale], asks: effect === "destructive" }));
}

export async function action(args: Route.ActionArgs) {
  return makeAssistantKey(args);
}

export default function Connect({ loaderData: { mcpUrl, agentUrl, tools, keys } }: Route.ComponentProps) {
  const { t } = useTranslation("connect");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  // The answer holds the key: it lives in this page's memory only, so that a reload or another page forgets it.
  const creation = useFetcher<typeof action>({ key: "new-assistant-key" });
  const answer = creation.data ?? posted;
  const made = answer?.ok ? answer.made : undefined;
  const navigate = useNavigate();
  function forget() {
    creation.reset();
    void navigate("/settings/connect", { replace: true, preventScrollReset: true });
  }
  const form = actions.includes("keys:write") ? <KeyForm fetcher={creation} answer={answer} tools={tools} /> : null;
  return (
    <>
      <PageHeader title={t("title")} state={t("state")} />
      <Card>
        <CardHeader title={t("addresses.title")} />
        <CardBody className="grid gap-5">
          <CopyRow label={t("addresses.mcp")} text={mcpUrl} copyLabel={t("addresses.copyMcp")} description={t("addresses.mcpText")} />
          <CopyRow
            label={t("addresses.agent")}
            text={agentUrl}
            copyLabel={t("addresses.copyAgent")}
            description={t("addresses.agentText")}
          />
        </CardBody>
      </Card>
      {made ? <MadeKey apiKey={made.key} name={made.name} onDone={forget} /> : form}
      <RecipesCard url={mcpUrl} />
      <CallsCard keys={keys} />
    </>
  );
}
