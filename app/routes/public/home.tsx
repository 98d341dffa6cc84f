import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect } from "react-router";
import { Closing } from "#app/components/landing/closing.tsx";
import { Hero } from "#app/components/landing/hero.tsx";
import { JobsShelf } from "#app/components/landing/jobs-shelf.tsx";
import { Today } from "#app/components/landing/today.tsx";
import { TrustLedger } from "#app/components/landing/trust-ledger.tsx";
import { PublicLayout } from "#app/components/shell/public-layout.tsx";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { depsContext, localeContext, memberContext } from "#app/middleware/contexts.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { pageCard } from "./page-card.ts";
import type { Route } from "./+types/home.ts";

export const handle = { i18n: ["landing", "activity"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData === undefined ? [] : pageCard(loaderData.card));
/** The page is written in the reader's language, and strangers see another one than members. */
export const headers: Route.HeadersFunction = () => ({ vary: "accept-language, cookie" });

export async function loader({ context }: Route.LoaderArgs) {
  if (context.get(memberContext) !== null) throw redirect("/overview");
  const { clock, config } = context.get(depsContext);
  const locale = context.get(localeContext);
  const t = await getTranslator(locale, "landing");
  return {
    hasDemo: config.environment === "local",
    nowMs: clock.now(),
    card: { title: t("meta.title"), description: t("meta.description"), origin: config.publicUrl, path: "/", locale },
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("landing");
  const { hasDemo, nowMs } = loaderData;
  return (
    <PublicLayout links={[{ to: "/docs/api", label: t("docs") }]}>
      <Hero hasDemo={hasDemo} nowMs={nowMs} />
      <JobsShelf />
      <Today />
      <TrustLedger />
      <Closing hasDemo={hasDemo} />
    </PublicLayout>
  );
}
