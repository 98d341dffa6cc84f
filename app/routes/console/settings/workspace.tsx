import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { OrganisationForm } from "#app/components/settings/organisation-form.tsx";
import { WorkspaceFacts } from "#app/components/settings/workspace-facts.tsx";
import { WorkspaceForm } from "#app/components/settings/workspace-form.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { readWorkspace, updateWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { readOrganisation, saveOrganisation } from "#app/domain/meaning/organisation.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/workspace.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "workspace:read");
  const [workspace, organisation] = await orErrorPage(Promise.all([readWorkspace(ctx), readOrganisation(ctx)]));
  const { name, timeZone, currency, locale, version, createdAt } = workspace;
  return {
    title: await pageTitle(args.context, "settings", "workspace.title"),
    workspace: { name, timeZone, currency, locale, version },
    createdAt,
    organisation: { text: organisation.text, version: organisation.version },
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "workspace:write");
  const { intent, text, ...fields } = await formFields(args.request, "intent", "text", "name", "timeZone", "currency", "locale", "version");
  return tryVerb(args.context, async () => {
    if (intent === "organisation") await saveOrganisation(ctx, { text, version: fields.version });
    else await updateWorkspace(ctx, fields, { isOnboarding: false });
    return { ok: true as const };
  });
}

export default function WorkspaceSettings({ loaderData: { workspace, createdAt, organisation } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const posted = useActionData<typeof action>();
  const { actions } = useConsole();
  return (
    <>
      <PageHeader title={t("workspace.title")} state={t("workspace.state")} />
      {actions.includes("workspace:write") ? (
        <>
          <WorkspaceForm saved={workspace} posted={posted} />
          <OrganisationForm saved={organisation} />
        </>
      ) : (
        <WorkspaceFacts workspace={workspace} createdAt={createdAt} />
      )}
    </>
  );
}
