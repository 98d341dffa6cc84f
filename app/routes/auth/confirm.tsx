import { useTranslation } from "react-i18next";
import { Form, redirect, useActionData, useNavigation } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { confirmSignUp, readSignUp } from "#app/domain/accounts/confirm-sign-up.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { BadLink } from "./bad-link.tsx";
import { readLink } from "./read-link.ts";
import type { Route } from "./+types/confirm.ts";

export const handle = { i18n: ["auth"] } satisfies I18nHandle;
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
  const isBusy = useNavigation().state !== "idle";
  if (link === undefined || problem) return <BadLink againTo="/signup" />;
  return (
    <AuthLayout title={t("confirm.title")} description={t("confirm.description", link)}>
      <Form method="post" className="grid">
        <Button type="submit" variant="primary" size="lg" loading={isBusy}>
          {t("confirm.submit")}
        </Button>
      </Form>
    </AuthLayout>
  );
}
