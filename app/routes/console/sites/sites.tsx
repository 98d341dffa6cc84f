import { ExternalLink, Plus } from "lucide-react";
import { Link } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { SiteState } from "#app/components/sites/site-state.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { listSites } from "#app/domain/sites/list-sites.server.ts";
import type { Site } from "#app/domain/sites/site-row.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { depsContext } from "#app/middleware/contexts.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/sites.ts";

export const handle = { i18n: ["sites"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const page = await orErrorPage(listSites(ctx, { cursor }));
  return {
    title: await pageTitle(args.context, "sites", "title"),
    sites: page.data,
    nextCursor: page.nextCursor,
    demoShopUrl: args.context.get(depsContext).config.demoShopUrl,
  };
}

export default function Sites({ loaderData: { sites, nextCursor, demoShopUrl } }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("sites");
  const mayWrite = useConsole().actions.includes("shoppers:write");
  const heard = sites.filter(({ isEnabled, lastEventAt }) => isEnabled && lastEventAt !== null).length;
  const add = mayWrite ? (
    <LinkButton to="/sites/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        state={heard === 0 ? t("stateNone") : t("state", { count: heard })}
        actions={sites.length > 0 ? add : null}
      />
      <Card>
        {sites.length === 0 ? (
          <EmptyState title={t("empty")} action={add}>
            {t("emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("list")}>
            {sites.map((site) => (
              <SiteRow key={site.id} site={site} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
      {demoShopUrl === "" ? null : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <a
            href={demoShopUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-2 font-semibold text-accent underline underline-offset-4"
          >
            {t("demo")}
            <ExternalLink aria-hidden className="size-4" />
          </a>
          {t("demoText")}
        </p>
      )}
    </>
  );
}

function SiteRow({ site }: { site: Site }) {
  const { t } = useTranslation("sites");
  return (
    <li className="grid gap-2 border-b border-line px-5 py-4 last:border-b-0 lg:grid-cols-[1fr_auto] lg:gap-8">
      <div className="grid min-w-0 gap-2">
        <p className="flex flex-wrap items-center gap-3">
          <Link
            to={`/sites/${site.id}`}
            className="min-w-0 text-base font-semibold wrap-anywhere underline decoration-1 underline-offset-4"
          >
            {site.name}
          </Link>
          <SiteState site={site} />
          <Badge>{t(`kinds.${site.kind}`)}</Badge>
        </p>
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          <CodeTag value={site.publicKey} copyable />
          <span className="wrap-anywhere">{site.domains.join(", ")}</span>
        </p>
      </div>
      <p className="text-sm text-muted lg:text-right">
        {t("lastEvent")}: {site.lastEventAt === null ? t("never") : <RelativeTime ms={site.lastEventAt} />}
      </p>
    </li>
  );
}
