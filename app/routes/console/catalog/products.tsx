import { Plus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type ShouldRevalidateFunctionArgs, useLocation, useNavigation } from "react-router";
import { isSameList } from "#app/components/ui/data-table/list-address.ts";
import { ProductsTable } from "#app/components/catalog/products-table.tsx";
import { useCountWords } from "#app/components/catalog/use-count-words.ts";
import { SavedViewTabs } from "#app/components/console/saved-view-tabs.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { archiveProducts } from "#app/domain/catalog/archive-products.server.ts";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { summarizeProducts } from "#app/domain/catalog/summarize-products.server.ts";
import { listViews } from "#app/domain/views/list-views.server.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/products.ts";
import { readProductQuery } from "./list-query.ts";
import { withoutGone } from "./without-gone.server.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  await withoutGone(args.request, (id) => readProduct(ctx, { id }));
  const query = new URL(args.request.url).searchParams;
  const place = { limit: pageSize, cursor: query.get("cursor") ?? undefined };
  const [page, counts, views] = await orErrorPage(
    Promise.all([listProducts(ctx, { ...readProductQuery(query), ...place }), summarizeProducts(ctx), listViews(ctx, { page: "catalog" })]),
  );
  return { title: await pageTitle(args.context, "catalog", "title"), page, counts, views };
}

export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod === undefined && isSameList(currentUrl, nextUrl) ? false : defaultShouldRevalidate;
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "catalog:write");
  const form = await args.request.formData().catch(() => new FormData());
  const isArchived = form.get("intent") === "archive";
  const ids = form.getAll("ids").filter((id) => typeof id === "string");
  return tryVerb(args.context, async () => ({ ok: true as const, isArchived, ...(await archiveProducts(ctx, { ids, isArchived })) }));
}

export default function Products({ loaderData: { page, counts, views } }: Route.ComponentProps) {
  useChanges("listings");
  const { t } = useTranslation("catalog");
  const { actions } = useConsole();
  const { pathname, search } = useLocation();
  const { location } = useNavigation();
  const count = useCountWords();
  const isLoading = location?.pathname === pathname && !isSameList(toUrl(pathname + search), toUrl(location.pathname + location.search));
  return (
    <>
      <PageHeader
        title={t("title")}
        state={counts.active === 0 ? t("stateNone") : t("state", { count: counts.active, shown: count(counts.active) })}
        actions={
          actions.includes("catalog:write") ? (
            <>
              <LinkButton to="/catalog/costs">{t("costs.open")}</LinkButton>
              <LinkButton to="/catalog/new" variant="primary" icon={<Plus aria-hidden />}>
                {t("new")}
              </LinkButton>
            </>
          ) : null
        }
      />
      <SavedViewTabs
        page="catalog"
        label={t("tabs.label")}
        views={views}
        builtIn={[
          { label: t("tabs.all"), query: "" },
          ...(["listing", "cost", "stock"] as const).map((lacks) => ({ label: t(`tabs.${lacks}`), query: `lacks=${lacks}` })),
          { label: t("tabs.archived"), query: "state=archived" },
        ]}
      />
      <ProductsTable page={page} isLoading={isLoading} />
    </>
  );
}

function toUrl(path: string): URL {
  return new URL(path, "http://self.invalid");
}
