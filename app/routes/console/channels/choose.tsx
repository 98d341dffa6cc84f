import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, redirect, useActionData, useNavigation } from "react-router";
import { ConnectFailed } from "#app/components/channels/connect-failed.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { connectShops } from "#app/domain/channels/connect-shops.server.ts";
import { readGrantedShops } from "#app/domain/channels/granted-shops.server.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/choose.ts";

export const handle = { i18n: ["channels"] };
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.title ?? "Entrepot" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "channels:write");
  const answer = await tryVerb(args.context, () => readGrantedShops(ctx, { id: args.params.id }));
  const title = await pageTitle(args.context, "channels", "title");
  return "shops" in answer ? { title, ...answer, error: null } : { title, vendor: null, shops: [], error: answer.data.error };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "channels:write");
  const form = await args.request.formData();
  const accountRefs = form.getAll("shops").filter((ref) => typeof ref === "string");
  return tryVerb(args.context, async () => {
    const { channelIds, elsewhere } = await connectShops(ctx, { id: args.params.id, accountRefs });
    const [only, ...others] = channelIds;
    if (others.length === 0 && elsewhere.length === 0) throw redirect(`/channels/${only}?done=connected`);
    const query = new URLSearchParams([["done", "connected"], ...elsewhere.map((name): [string, string] => ["elsewhere", name])]);
    throw redirect(`/channels?${query}`);
  });
}

/** One consent, several shops: which of them are to be read here. */
export default function ChooseShops({ loaderData: { vendor, shops, error } }: Route.ComponentProps) {
  const { t } = useTranslation("channels");
  const posted = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const problem = posted !== undefined && "error" in posted ? posted.error : undefined;
  if (vendor === null) return <ConnectFailed error={error ?? ""} />;
  return (
    <>
      <PageHeader title={t("choose.title")} state={t("choose.state", { count: shops.length, vendor: t(`vendors.${vendor}`) })} />
      <Card>
        <CardHeader title={t("choose.shops")} description={t("choose.text")} />
        <Form method="post">
          <CardBody className="grid gap-3">
            {problem === undefined ? null : <InlineAlert tone="wrong" title={t("choose.none")} />}
            {shops.map((shop) => (
              <label
                key={shop.accountRef}
                htmlFor={`shop-${shop.accountRef}`}
                className="flex items-start gap-3 rounded border border-line p-4 has-checked:border-accent"
              >
                <Checkbox id={`shop-${shop.accountRef}`} name="shops" value={shop.accountRef} defaultChecked />
                <span className="min-w-0">
                  <span className="block font-semibold">{shop.name}</span>
                  <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
                    <CodeTag value={shop.accountRef} />
                    {shop.isConnected ? t("choose.connected") : null}
                  </span>
                </span>
              </label>
            ))}
          </CardBody>
          <CardFooter>
            <LinkButton to="/channels">{t("choose.later")}</LinkButton>
            <Button type="submit" variant="primary" loading={isBusy}>
              {t("choose.submit")}
            </Button>
          </CardFooter>
        </Form>
      </Card>
    </>
  );
}
