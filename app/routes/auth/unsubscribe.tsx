import { useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { leaveReport } from "#app/domain/artifacts/leave-report.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import type { Route } from "./+types/unsubscribe.ts";

export const handle = { i18n: ["dashboards"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

/** Programs that look at links in mails open them: only the button changes anything. */
export async function loader({ context }: Route.LoaderArgs) {
  return { title: await pageTitle(context, "dashboards", "unsubscribe.title") };
}

export async function action({ context, params }: Route.ActionArgs) {
  return tryVerb(context, async () => {
    await leaveReport(context.get(visitorContext), { token: params.token });
    return { ok: true as const };
  });
}

export default function Unsubscribe() {
  const { t } = useTranslation("dashboards");
  const posted = useActionData<typeof action>();
  if (posted?.ok === true) {
    return (
      <AuthLayout title={t("unsubscribe.done")} description={t("unsubscribe.doneText")}>
        <LinkButton to="/mails">{t("unsubscribe.home")}</LinkButton>
      </AuthLayout>
    );
  }
  if (posted?.ok === false) {
    return (
      <AuthLayout title={t("unsubscribe.invalid")}>
        <LinkButton to="/">{t("unsubscribe.home")}</LinkButton>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout title={t("unsubscribe.title")} description={t("unsubscribe.text")}>
      <AuthForm submitLabel={t("unsubscribe.confirm")} />
    </AuthLayout>
  );
}
