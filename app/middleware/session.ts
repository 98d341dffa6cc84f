import type { MiddlewareFunction } from "react-router";
import { personActor } from "#app/domain/accounts/start-session.server.ts";
import { isLocale, type Locale } from "#app/i18n/locales.ts";
import { contextForVisitor } from "#app/worker/context.server.ts";
import { callerOf } from "./caller.ts";
import { depsContext, localeContext, memberContext, requestIdContext, type Theme, themeContext, visitorContext } from "./contexts.ts";
import { preferencesOf } from "./preferences.ts";

const seenPrecisionMs = 5 * 60_000;

/** Cookie → person → contexts, and with the person the language and theme of everything behind. */
export const sessionMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const deps = context.get(depsContext);
  const signedIn = await deps.sessions.authenticate(request.headers.get("cookie"));
  const preferences = preferencesOf(request);
  const locale: Locale = isLocale(signedIn?.user.locale) ? signedIn.user.locale : preferences.locale;
  context.set(localeContext, locale);
  context.set(themeContext, themeOf(signedIn?.user.theme) ?? preferences.theme);
  const { ipAddress, userAgent } = callerOf(request, deps.ids);
  const requestId = context.get(requestIdContext);
  const visitor = contextForVisitor(deps, { requestId, origin: { ipAddress, userAgent }, locale });
  context.set(visitorContext, visitor);
  if (signedIn !== undefined) {
    const ctx = visitor.enter(signedIn.workspace.id, personActor(signedIn.user, signedIn.session.handle), signedIn.workspace);
    context.set(memberContext, { ...signedIn, ctx, timeZone: signedIn.user.timeZone ?? signedIn.workspace.timeZone });
    const now = deps.clock.now();
    if (now - signedIn.session.lastSeenAt > seenPrecisionMs) deps.defer(deps.sessions.touch(signedIn.session.id, now));
  }
  const response = await next();
  if (signedIn?.cookie !== undefined) response.headers.append("set-cookie", signedIn.cookie);
  return response;
};

function themeOf(value: string | undefined): Theme | undefined {
  return value === "light" || value === "dark" || value === "system" ? value : undefined;
}
