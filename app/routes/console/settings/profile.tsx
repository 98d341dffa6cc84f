import { Check } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { data, useActionData } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { PasswordForm } from "#app/components/settings/password-form.tsx";
import { ProfileForm } from "#app/components/settings/profile-form.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { readProfile, updateProfile } from "#app/domain/accounts/update-profile.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMember } from "#app/middleware/guards.ts";
import { preferenceCookie } from "#app/middleware/preferences.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/profile.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx, workspace } = requireMember(args);
  // Read anew: after a post without scripts, the person recognised before it is the one of before.
  const { name, locale, theme, timeZone } = await orErrorPage(readProfile(ctx));
  return {
    title: await pageTitle(args.context, "settings", "profile.title"),
    profile: { name, locale: locale ?? "", theme, timeZone: timeZone ?? "" },
    workspaceTimeZone: workspace.timeZone,
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMember(args);
  const { intent, currentPassword, password, ...profile } = await formFields(
    args.request,
    "intent",
    "name",
    "locale",
    "theme",
    "timeZone",
    "currentPassword",
    "password",
  );
  return tryVerb(args.context, async () => {
    if (intent === "password") {
      await changePassword(ctx, { currentPassword, password });
      return { ok: true as const, intent: "password" as const };
    }
    await updateProfile(ctx, profile);
    // A language chosen before signing in must not outlive "as the browser".
    const headers = profile.locale === "" ? { "set-cookie": preferenceCookie("locale", "") } : {};
    return data({ ok: true as const, intent: "profile" as const }, { headers });
  });
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const posted = useActionData<typeof action>();
  const { member } = useConsole();
  return (
    <>
      <PageHeader title={t("profile.title")} state={t("profile.state")} />
      <ProfileForm saved={loaderData.profile} workspaceTimeZone={loaderData.workspaceTimeZone} email={member.email} posted={posted} />
      <PasswordForm posted={posted} />
      <RoleCard />
    </>
  );
}

function RoleCard() {
  const { t } = useTranslation("settings");
  const { member, actions } = useConsole();
  return (
    <Card>
      <CardHeader title={t("profile.role")} description={t("profile.roleHint")} action={<Badge>{t(`roles.${member.role}.name`)}</Badge>} />
      <CardBody className="grid gap-3">
        <p>{t(`roles.${member.role}.can`)}.</p>
        <h3 className="label-caps">{t("profile.mayTitle")}</h3>
        <ul className="grid gap-1.5 sm:grid-cols-2">
          {actions.map((action) => (
            <li key={action} className="flex items-start gap-2">
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
              {t(`profile.may.${action.replace(":", ".") as "team.read"}`)}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
