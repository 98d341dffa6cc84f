import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { ProductFacts, Offers, Pictures } from "#app/components/catalog/product-facts.tsx";
import { ProductForm } from "#app/components/catalog/product-form.tsx";
import { type ArchiveAnswer, useArchive } from "#app/components/catalog/use-archive.ts";
import { VariantsCard } from "#app/components/catalog/variants-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { ShoppersLink } from "#app/components/shoppers/shoppers-link.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import { answerProductForm } from "./product-action.server.ts";
import type { Route } from "./+types/product.ts";

export const handle = { i18n: ["catalog", "labels", "shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  const product = await orErrorPage(readProduct(ctx, { id: args.params.id }));
  return { title: titled(product.title), product };
}

export async function action(args: Route.ActionArgs) {
  return answerProductForm(args, args.params.id);
}

export default function ProductPage({ loaderData: { product } }: Route.ComponentProps) {
  const { t } = useTranslation("catalog");
  const { actions } = useConsole();
  useChanges("listings");
  const archiving = useFetcher<ArchiveAnswer>();
  const archive = useArchive(archiving);
  const mayWrite = actions.includes("catalog:write");
  const isArchived = product.archivedAt !== null;
  const Icon = isArchived ? ArchiveRestore : Archive;
  const archiveButton = (
    <Button icon={<Icon aria-hidden />} loading={archiving.state !== "idle"} onClick={() => archive([product.id], !isArchived)}>
      {t(isArchived ? "restore" : "archive")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={product.title}
        state={product.brand}
        actions={
          <>
            <ShoppersLink productId={product.id} />
            {mayWrite ? archiveButton : null}
          </>
        }
      />
      {mayWrite ? (
        <>
          {isArchived ? <InlineAlert tone="info" title={t("archivedNote")} /> : null}
          <Pictures urls={product.imageUrls} />
          <VariantsCard product={product} mayWrite />
          <Card>
            <CardHeader title={t("offers")} />
            <CardBody>
              <Offers product={product} />
            </CardBody>
          </Card>
          <ProductForm key={product.id} product={product} />
        </>
      ) : (
        <Card>
          <CardBody>
            <ProductFacts product={product} />
          </CardBody>
        </Card>
      )}
    </>
  );
}
