import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link, redirect, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { memberContext, visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { safeReturnTo } from "#app/middleware/guards.ts";
import { endReasons } from "#party/workspace-live/protocol.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import type { Route } from "./+types/login.ts";

export const handle = { i18n: ["auth"], isPlain: true } satisfies I18nHandle & PlainHandle;
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
  const enter = async () => {
    const { cookie } = await signIn(context.get(visitorContext), { email, password });
    return redirect(returnTo, { headers: { "set-cookie": cookie } });
  };
  return tryVerb(context, enter, { email });
}

export default function Login({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("auth");
  const problem = useActionData<typeof action>();
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
      <AuthForm
        problem={problem}
        fields={[
          { name: "email", label: t("fields.email"), type: "email", autoComplete: "username", defaultValue: loaderData.email },
          { name: "password", label: t("fields.password"), type: "password", autoComplete: "current-password" },
        ]}
        submitLabel={t("signIn.submit")}
      />
      <p>
        <Link to="/forgot" className="text-accent underline underline-offset-4">
          {t("signIn.forgot")}
        </Link>
      </p>
    </AuthLayout>
  );
}
