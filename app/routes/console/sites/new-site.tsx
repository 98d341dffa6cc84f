import { Form, redirect, useActionData, useNavigation } from "react-router";
import { SiteFields } from "#app/components/sites/site-fields.tsx";
import { SiteProblem } from "#app/components/sites/site-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createSite } from "#app/domain/sites/create-site.server.ts";
import { createSiteSchema } from "#app/domain/sites/schemas.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { siteOfForm } from "./site-form-data.ts";
import type { Route } from "./+types/new-site.ts";

export const handle = { i18n: ["sites"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

/** The usual settings, which the verb would choose as well. */
const usual = { ...createSiteSchema.parse({ name: "-", kind: "web" }), name: "" };

export async function loader(args: Route.LoaderArgs) {
  requireMemberWho(args, "shoppers:write");
  return { title: await pageTitle(args.context, "sites", "newTitle"), usual };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:write");
  const form = await args.request.formData().catch(() => new FormData());
  return tryVerb(args.context, async () => {
    const { id } = await createSite(ctx, siteOfForm(form));
    throw redirect(`/sites/${id}`);
  });
}

export default function NewSite({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("sites");
  const problem = useActionData<typeof action>();
  const navigation = useNavigation();
  return (
    <>
      <PageHeader title={t("newTitle")} state={t("newLead")} />
      <Card>
        <Form method="post" noValidate>
          <CardBody className="grid gap-6">
            <SiteFields draft={loaderData.usual} errors={problem?.fields ?? {}} />
            {problem === undefined ? null : <SiteProblem title={problem.error} fields={problem.fields} />}
          </CardBody>
          <CardFooter>
            <Button type="submit" variant="primary" loading={navigation.formMethod === "POST"}>
              {t("create")}
            </Button>
          </CardFooter>
        </Form>
      </Card>
    </>
  );
}
