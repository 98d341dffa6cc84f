import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { requestPasswordReset } from "#app/domain/accounts/request-password-reset.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import type { Route } from "./+types/forgot.ts";

export const handle = { i18n: ["auth"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context }: Route.LoaderArgs) {
  return { title: await pageTitle(context, "auth", "forgot.title") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { email } = await formFields(request, "email");
  const ask = async () => {
    await requestPasswordReset(context.get(visitorContext), { email });
    return { ok: true as const, email: email.trim() };
  };
  return tryVerb(context, ask, { email });
}

export default function Forgot() {
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  const foot = <Link to="/login">{t("forgot.back")}</Link>;
  if (answer?.ok)
    return <AuthLayout title={t("forgot.sentTitle")} description={t("forgot.sentText", { email: answer.email })} foot={foot} />;
  return (
    <AuthLayout title={t("forgot.title")} description={t("forgot.description")} foot={foot}>
      <AuthForm
        problem={answer}
        fields={[{ name: "email", label: t("fields.email"), type: "email", autoComplete: "username" }]}
        submitLabel={t("forgot.submit")}
      />
    </AuthLayout>
  );
}
