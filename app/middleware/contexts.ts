import { createContext } from "react-router";
import type { ServiceContext, VisitorContext } from "#app/domain/context.ts";
import type { SignedIn } from "#app/domain/accounts/sessions.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";

export type Theme = "light" | "dark" | "system";

/** What each middleware leaves for the loaders, actions and the document renderer behind it. */
export const depsContext = createContext<WorkerDeps>();
export const requestIdContext = createContext<string>("");
export const nonceContext = createContext<string>("");
export const localeContext = createContext<Locale>("en");
export const themeContext = createContext<Theme>("system");
export const visitorContext = createContext<VisitorContext>();
/** The person behind the cookie, with a context in their workspace; null for strangers. */
export const memberContext = createContext<Member | null>(null);

export type Member = SignedIn & { ctx: ServiceContext; timeZone: string };
