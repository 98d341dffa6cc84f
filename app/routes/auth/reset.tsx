import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { readPasswordReset, resetPassword } from "#app/domain/accounts/reset-password.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import { BadLink } from "./bad-link.tsx";
import { readLink } from "./read-link.ts";
import type { Route } from "./+types/reset.ts";

export const handle = { i18n: ["auth"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const link = await readLink(() => readPasswordReset(context.get(visitorContext), params));
  return { title: await pageTitle(context, "auth", "reset.title"), link };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { password } = await formFields(request, "password");
  return tryVerb(context, async () => {
    const { cookie } = await resetPassword(context.get(visitorContext), { token: params.token, password });
    return redirect("/overview", { headers: { "set-cookie": cookie } });
  });
}

export default function Reset({ loaderData: { link } }: Route.ComponentProps) {
  const { t } = useTranslation("auth");
  const problem = useActionData<typeof action>();
  if (link === undefined || problem?.code === "gone") return <BadLink againTo="/forgot" />;
  return (
    <AuthLayout title={t("reset.title")} description={t("reset.description", link)}>
      <AuthForm
        problem={problem}
        fields={[
          {
            name: "password",
            label: t("fields.newPassword"),
            hint: t("fields.passwordHint"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        submitLabel={t("reset.submit")}
      />
    </AuthLayout>
  );
}
