import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useActionData } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { acceptInvitation, readInvitation } from "#app/domain/accounts/accept-invitation.server.ts";
import { isRole } from "#app/domain/accounts/permissions.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { AuthForm } from "./auth-form.tsx";
import { BadLink } from "./bad-link.tsx";
import { readLink } from "./read-link.ts";
import type { Route } from "./+types/invite.ts";

export const handle = { i18n: ["auth", "settings"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const link = await readLink(() => readInvitation(context.get(visitorContext), params));
  const title = await pageTitle(context, "auth", "invite.title", { workspaceName: link?.workspaceName ?? "Entrepot" });
  return { title, link };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { name, password } = await formFields(request, "name", "password");
  const accept = async () => {
    const { cookie } = await acceptInvitation(context.get(visitorContext), { token: params.token, name, password });
    return redirect("/overview", { headers: { "set-cookie": cookie } });
  };
  return tryVerb(context, accept, { name });
}

export default function Invite({ loaderData: { link } }: Route.ComponentProps) {
  const { t } = useTranslation(["auth", "settings"]);
  const problem = useActionData<typeof action>();
  if (link === undefined || problem?.code === "gone") return <BadLink />;
  const role = isRole(link.role) ? t(`roles.${link.role}.name`, { ns: "settings" }) : link.role;
  return (
    <AuthLayout
      title={t("invite.title", { workspaceName: link.workspaceName })}
      description={t("invite.description", { role, email: link.email })}
    >
      {link.hasAccount ? (
        <InlineAlert tone="watch" title={t("invite.hasAccountTitle")}>
          {t("invite.hasAccountText")}
        </InlineAlert>
      ) : (
        <AuthForm
          problem={problem}
          fields={[
            { name: "name", label: t("fields.name"), autoComplete: "name", maxLength: 80 },
            {
              name: "password",
              label: t("fields.password"),
              hint: t("fields.passwordHint"),
              type: "password",
              autoComplete: "new-password",
            },
          ]}
          submitLabel={t("invite.submit")}
        />
      )}
    </AuthLayout>
  );
}
