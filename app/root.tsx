import latinFont from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from "react-router";
import { NavigationProgress } from "#app/components/shell/navigation-progress.tsx";
import { RouteError } from "#app/components/shell/route-error.tsx";
import { useDocumentFacts } from "#app/components/ui/document-context.ts";
import { ToastRegion } from "#app/components/ui/toast-region.tsx";
import { collectNamespaces } from "#app/i18n/route-namespaces.ts";
import { localeContext, themeContext } from "#app/middleware/contexts.ts";
import { sessionMiddleware } from "#app/middleware/session.ts";
import { keepWhatIsShown } from "#app/routes/lost-answers.ts";
import { isPlainPage } from "#app/routes/plain-page.ts";
import { useShownRoutes } from "#app/routes/shown-routes.ts";
import "#app/styles/app.css";
import type { Route } from "./+types/root.ts";

export const middleware: Route.MiddlewareFunction[] = [sessionMiddleware];

export const clientMiddleware: Route.ClientMiddlewareFunction[] = [keepWhatIsShown];

export const links: Route.LinksFunction = () => [
  { rel: "preload", href: latinFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/touch-icon.png" },
];

export const meta: Route.MetaFunction = () => [{ title: "Entrepot" }];

export function loader({ context }: Route.LoaderArgs) {
  return { locale: context.get(localeContext), theme: context.get(themeContext) };
}

export function Layout({ children }: { children: ReactNode }) {
  const facts = useDocumentFacts();
  const chosen = useRouteLoaderData<typeof loader>("root") ?? facts;
  const matches = useMatches();
  const texts = collectNamespaces(matches.map((match) => match.handle));
  useLanguage(chosen.locale);
  useReadyMark();
  useShownRoutes();
  return (
    <html lang={chosen.locale} data-theme={chosen.theme} data-texts={texts.join(" ")}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#f6f3ec" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#181613" media="(prefers-color-scheme: dark)" />
        <meta name="request-id" content={facts.requestId} />
        <Meta />
        <Links nonce={facts.nonce} />
      </head>
      <body>
        <NavigationProgress />
        {children}
        <ToastRegion />
        {isPlainPage(matches) ? null : (
          <>
            <ScrollRestoration nonce={facts.nonce} />
            <Scripts nonce={facts.nonce} />
          </>
        )}
      </body>
    </html>
  );
}

/** A form may change the language without reloading the document. */
function useLanguage(locale: string): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    if (i18n.language !== locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
}

/** From here on a press is heard; whoever works a page by program can tell. */
function useReadyMark(): void {
  useEffect(() => {
    document.documentElement.dataset["ready"] = "";
  }, []);
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RouteError error={error} page />;
}
