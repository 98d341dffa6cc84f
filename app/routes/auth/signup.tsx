import { useTranslation } from "react-i18next";
import { Form, Link, redirect, useActionData, useNavigation } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { signUp } from "#app/domain/accounts/sign-up.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { memberContext, visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/signup.ts";

export const handle = { i18n: ["auth"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context }: Route.LoaderArgs) {
  if (context.get(memberContext) !== null) throw redirect("/overview");
  return { title: await pageTitle(context, "auth", "signUp.title") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const fields = await formFields(request, "name", "workspaceName", "email", "password");
  return tryVerb(context, async () => {
    await signUp(context.get(visitorContext), fields);
    return { ok: true as const, email: fields.email.trim() };
  });
}

export default function SignUp() {
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  if (answer?.ok) {
    return (
      <AuthLayout title={t("signUp.sentTitle")} description={t("signUp.sentText", { email: answer.email })}>
        <p className="text-muted">{t("signUp.sentHint")}</p>
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
      <SignUpForm problem={answer} />
    </AuthLayout>
  );
}

function SignUpForm({ problem }: { problem: { error: string; fields: Record<string, string> } | undefined }) {
  const { t } = useTranslation("auth");
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="grid gap-5" noValidate>
      {problem && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <Field label={t("fields.name")} name="name" required error={problem?.fields["name"]}>
        <Input autoComplete="name" autoFocus maxLength={80} />
      </Field>
      <Field label={t("fields.workspaceName")} name="workspaceName" required error={problem?.fields["workspaceName"]}>
        <Input autoComplete="organization" maxLength={80} />
      </Field>
      <Field label={t("fields.email")} name="email" required error={problem?.fields["email"]}>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field
        label={t("fields.password")}
        name="password"
        required
        description={t("fields.passwordHint")}
        error={problem?.fields["password"]}
      >
        <PasswordInput autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={isBusy}>
        {t("signUp.submit")}
      </Button>
    </Form>
  );
}
