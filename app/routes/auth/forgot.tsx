import { useTranslation } from "react-i18next";
import { Form, Link, useActionData, useNavigation } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { requestPasswordReset } from "#app/domain/accounts/request-password-reset.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/forgot.ts";

export const handle = { i18n: ["auth"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context }: Route.LoaderArgs) {
  return { title: await pageTitle(context, "auth", "forgot.title") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { email } = await formFields(request, "email");
  return tryVerb(context, async () => {
    await requestPasswordReset(context.get(visitorContext), { email });
    return { ok: true as const, email: email.trim() };
  });
}

export default function Forgot() {
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const foot = <Link to="/login">{t("forgot.back")}</Link>;
  if (answer?.ok)
    return <AuthLayout title={t("forgot.sentTitle")} description={t("forgot.sentText", { email: answer.email })} foot={foot} />;
  return (
    <AuthLayout title={t("forgot.title")} description={t("forgot.description")} foot={foot}>
      <Form method="post" className="grid gap-5" noValidate>
        {answer && Object.keys(answer.fields).length === 0 ? <InlineAlert tone="wrong" title={answer.error} /> : null}
        <Field label={t("fields.email")} name="email" required error={answer?.fields["email"]}>
          <Input type="email" autoComplete="username" inputMode="email" autoFocus />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={isBusy}>
          {t("forgot.submit")}
        </Button>
      </Form>
    </AuthLayout>
  );
}
