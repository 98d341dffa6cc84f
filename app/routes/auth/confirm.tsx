import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { confirmSignUp, readSignUp } from "#app/domain/accounts/confirm-sign-up.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import { BadLink } from "./bad-link.tsx";
import { readLink } from "./read-link.ts";
import type { Route } from "./+types/confirm.ts";

export const handle = { i18n: ["auth"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const link = await readLink(() => readSignUp(context.get(visitorContext), params));
  return { title: await pageTitle(context, "auth", "confirm.title"), link };
}

export async function action({ context, params }: Route.ActionArgs) {
  return tryVerb(context, async () => {
    const { cookie } = await confirmSignUp(context.get(visitorContext), params);
    return redirect("/welcome", { headers: { "set-cookie": cookie } });
  });
}

export default function Confirm({ loaderData: { link } }: Route.ComponentProps) {
  const { t } = useTranslation("auth");
  const problem = useActionData<typeof action>();
  if (link === undefined || problem) return <BadLink againTo="/signup" />;
  return (
    <AuthLayout title={t("confirm.title")} description={t("confirm.description", link)}>
      <AuthForm submitLabel={t("confirm.submit")} />
    </AuthLayout>
  );
}
