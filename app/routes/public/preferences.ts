import { redirect } from "react-router";
import { updateProfile } from "#app/domain/accounts/update-profile.server.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { memberContext } from "#app/middleware/contexts.ts";
import { formFields, orErrorPage } from "#app/middleware/form-problem.ts";
import { safeReturnTo } from "#app/middleware/guards.ts";
import { preferenceCookie } from "#app/middleware/preferences.ts";
import type { Route } from "./+types/preferences.ts";

export function loader() {
  return redirect("/");
}

/** Language and theme, from any page and without a script: a cookie for strangers, the profile for members. */
export async function action({ request, context }: Route.ActionArgs) {
  const { locale, theme, returnTo } = await formFields(request, "locale", "theme", "returnTo");
  const headers = new Headers();
  const chosen = {
    ...(isLocale(locale) ? { locale } : {}),
    ...(theme === "light" || theme === "dark" || theme === "system" ? { theme } : {}),
  };
  if ("locale" in chosen) headers.append("set-cookie", preferenceCookie("locale", chosen.locale));
  if ("theme" in chosen) headers.append("set-cookie", preferenceCookie("theme", chosen.theme));
  const member = context.get(memberContext);
  if (member !== null && Object.keys(chosen).length > 0) await orErrorPage(updateProfile(member.ctx, chosen));
  return redirect(safeReturnTo(returnTo, "/"), { headers });
}
