import { useTranslation } from "react-i18next";
import { Form, redirect, useActionData, useNavigation } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { acceptInvitation, readInvitation } from "#app/domain/accounts/accept-invitation.server.ts";
import { isRole } from "#app/domain/accounts/permissions.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { BadLink } from "./bad-link.tsx";
import { readLink } from "./read-link.ts";
import type { Route } from "./+types/invite.ts";

export const handle = { i18n: ["auth", "settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const link = await readLink(() => readInvitation(context.get(visitorContext), params));
  const title = await pageTitle(context, "auth", "invite.title", { workspaceName: link?.workspaceName ?? "Entrepot" });
  return { title, link };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const fields = await formFields(request, "name", "password");
  return tryVerb(context, async () => {
    const { cookie } = await acceptInvitation(context.get(visitorContext), { token: params.token, ...fields });
    return redirect("/overview", { headers: { "set-cookie": cookie } });
  });
}

export default function Invite({ loaderData: { link } }: Route.ComponentProps) {
  const { t } = useTranslation(["auth", "settings"]);
  const problem = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  if (link === undefined || problem?.code === "gone") return <BadLink />;
  const role = isRole(link.role) ? t(`settings:roles.${link.role}.name`) : link.role;
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
        <Form method="post" className="grid gap-5" noValidate>
          {problem && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
          <Field label={t("fields.name")} name="name" required error={problem?.fields["name"]}>
            <Input autoComplete="name" autoFocus maxLength={80} />
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
            {t("invite.submit")}
          </Button>
        </Form>
      )}
    </AuthLayout>
  );
}
