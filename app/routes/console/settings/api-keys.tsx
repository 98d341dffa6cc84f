import { KeyRound } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useFetcher, useNavigate, useSearchParams } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { KeysCard } from "#app/components/settings/keys-card.tsx";
import { NewKeyForm } from "#app/components/settings/new-key-form.tsx";
import { NewKeyPanel } from "#app/components/settings/new-key-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listApiKeys } from "#app/domain/accounts/list-api-keys.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/api-keys.ts";
import { answerKeyForm } from "./api-keys-action.server.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "keys:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  return {
    title: await pageTitle(args.context, "settings", "keys.title"),
    keys: await orErrorPage(listApiKeys(ctx, { cursor })),
    publicUrl: ctx.publicUrl,
  };
}

export async function action(args: Route.ActionArgs) {
  return answerKeyForm(args);
}

export default function ApiKeys({ loaderData: { keys, publicUrl } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const { actions } = useConsole();
  const [query] = useSearchParams();
  const posted = useActionData<typeof action>();
  // The answer holds the key: it lives in this page's memory only, so that a reload or another page forgets it.
  const creation = useFetcher<typeof action>({ key: "new-api-key" });
  const answer = creation.data ?? posted;
  const made = answer?.ok && answer.made ? answer.made : undefined;
  const navigate = useNavigate();
  function forget() {
    creation.reset();
    void navigate("/settings/api-keys", { replace: true, preventScrollReset: true });
  }
  const mayWrite = actions.includes("keys:write");
  const isMaking = mayWrite && query.get("new") === "1" && made === undefined;
  const active = keys.data.filter((key) => key.state === "active").length;
  const make = (
    <LinkButton to="?new=1" variant="primary" preventScrollReset icon={<KeyRound aria-hidden />}>
      {t("keys.create")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("keys.title")}
        state={t("keys.state", { count: active })}
        actions={mayWrite && !isMaking && made === undefined ? make : null}
      />
      {made ? <NewKeyPanel apiKey={made.key} name={made.name} publicUrl={publicUrl} onDone={forget} /> : null}
      {isMaking ? <NewKeyForm fetcher={creation} answer={answer} /> : null}
      <KeysCard page={keys} make={mayWrite ? make : null} />
    </>
  );
}
