import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link, redirect, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { signUp } from "#app/domain/accounts/sign-up.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { depsContext, memberContext, visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import type { Route } from "./+types/signup.ts";

export const handle = { i18n: ["auth"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context }: Route.LoaderArgs) {
  if (context.get(memberContext) !== null) throw redirect("/overview");
  const hasMailbox = context.get(depsContext).config.environment === "local";
  return { title: await pageTitle(context, "auth", "signUp.title"), hasMailbox };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { password, ...typed } = await formFields(request, "name", "workspaceName", "email", "password");
  const ask = async () => {
    await signUp(context.get(visitorContext), { ...typed, password });
    return { ok: true as const, email: typed.email.trim() };
  };
  return tryVerb(context, ask, typed);
}

export default function SignUp({ loaderData: { hasMailbox } }: Route.ComponentProps) {
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  if (answer?.ok) {
    return (
      <AuthLayout
        title={t("signUp.sentTitle")}
        description={t("signUp.sentText", { email: answer.email })}
        foot={
          <>
            {t("signUp.hasAccount")} <Link to="/login">{t("signUp.signIn")}</Link>
          </>
        }
      >
        <p className="text-muted">{t("signUp.sentHint")}</p>
        <div className="flex flex-wrap gap-3">
          {hasMailbox ? <LinkButton to="/dev/mailbox">{t("signUp.localMailbox")}</LinkButton> : null}
          <LinkButton to="/signup">{t("signUp.again")}</LinkButton>
        </div>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout
      title={t("signUp.title")}
      description={t("signUp.description")}
      foot={
        <>
          {t("signUp.hasAccount")} <Link to="/login">{t("signUp.signIn")}</Link>
        </>
      }
    >
      <AuthForm
        problem={answer}
        fields={[
          { name: "name", label: t("fields.name"), autoComplete: "name", maxLength: 80 },
          { name: "workspaceName", label: t("fields.workspaceName"), autoComplete: "organization", maxLength: 80 },
          { name: "email", label: t("fields.email"), type: "email", autoComplete: "email" },
          {
            name: "password",
            label: t("fields.password"),
            hint: t("fields.passwordHint"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        submitLabel={t("signUp.submit")}
      />
    </AuthLayout>
  );
}
