import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useActionData } from "react-router";
import { NewProductForm } from "#app/components/catalog/new-product-form.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createProduct } from "#app/domain/catalog/create-product.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { moneyField } from "./money-field.ts";
import type { Route } from "./+types/new-product.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  requireMemberWho(args, "catalog:write");
  return { title: await pageTitle(args.context, "catalog", "create") };
}

export async function action(args: Route.ActionArgs) {
  const { ctx, workspace } = requireMemberWho(args, "catalog:write");
  const fields = await formFields(
    args.request,
    ...([
      "title",
      "brand",
      "description",
      "sku",
      "gtin",
      "name",
      "cost",
      "stock",
      "weightGrams",
      "lengthMm",
      "widthMm",
      "heightMm",
    ] as const),
  );
  const { title, brand, description, cost, ...variant } = fields;
  return tryVerb(args.context, async () => {
    const costCents = moneyField(cost, { locale: args.context.get(localeContext), currency: workspace.currency });
    const stock = variant.stock || 0;
    const { id } = await createProduct(ctx, { title, brand, description, variants: [{ ...variant, stock, costCents }] });
    throw redirect(`/catalog/${id}`);
  });
}

export default function NewProduct() {
  const { t } = useTranslation("catalog");
  const problem = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("create")} state={t("createState")} />
      <NewProductForm problem={problem} />
    </>
  );
}
