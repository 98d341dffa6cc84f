import { useTranslation } from "react-i18next";
import { Form, Link, redirect, useActionData, useNavigation } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { memberContext, visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { safeReturnTo } from "#app/middleware/guards.ts";
import { endReasons } from "#party/workspace-live/protocol.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/login.ts";

export const handle = { i18n: ["auth"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  if (context.get(memberContext) !== null) throw redirect(safeReturnTo(query.get("returnTo"), "/overview"));
  return {
    title: await pageTitle(context, "auth", "signIn.title"),
    ended: endReasons.find((reason) => reason === query.get("ended")),
    email: query.get("email") ?? "",
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { email, password } = await formFields(request, "email", "password");
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get("returnTo"), "/overview");
  return tryVerb(context, async () => {
    const { cookie } = await signIn(context.get(visitorContext), { email, password });
    return redirect(returnTo, { headers: { "set-cookie": cookie } });
  });
}

export default function Login({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("auth");
  const problem = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <AuthLayout
      title={t("signIn.title")}
      description={t("signIn.description")}
      foot={
        <>
          {t("signIn.noAccount")} <Link to="/signup">{t("signIn.signUp")}</Link>
        </>
      }
    >
      {loaderData.ended && !problem ? (
        <InlineAlert tone="info" title={t(`signIn.ended_${loaderData.ended}`)}>
          {t(`signIn.ended_${loaderData.ended}Text`)}
        </InlineAlert>
      ) : null}
      {problem && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <Form method="post" className="grid gap-5" noValidate>
        <Field label={t("fields.email")} name="email" required error={problem?.fields["email"]}>
          <Input type="email" autoComplete="username" inputMode="email" defaultValue={loaderData.email} autoFocus />
        </Field>
        <Field label={t("fields.password")} name="password" required error={problem?.fields["password"]}>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={isBusy}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <p>
        <Link to="/forgot">{t("signIn.forgot")}</Link>
      </p>
    </AuthLayout>
  );
}
