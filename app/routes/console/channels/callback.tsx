import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { finishConnection } from "#app/domain/channels/finish-connection.server.ts";
import { isVendor } from "#app/domain/channels/ports.ts";
import { AppError } from "#app/domain/errors.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/callback.ts";

export const handle = { i18n: ["channels"] };
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.title ?? "Entrepot" },
  { name: "robots", content: "noindex" },
];

/** Where the marketplace sends the seller back to. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "channels:write");
  const answer = await tryVerb(args.context, async () => {
    const { vendor } = args.params;
    if (!isVendor(vendor)) throw new AppError("not_found", "channelNotFound");
    return finishConnection(ctx, { vendor, query: new URL(args.request.url).search });
  });
  if ("channelId" in answer) throw redirect(`/channels/${answer.channelId}?done=${answer.isNew ? "connected" : "authorised"}`);
  return { title: await pageTitle(args.context, "channels", "title"), error: answer.data.error };
}

export default function Callback({ loaderData: { error } }: Route.ComponentProps) {
  const { t } = useTranslation("channels");
  return (
    <>
      <PageHeader title={t("title")} />
      <Card>
        <CardBody className="grid justify-items-start gap-4">
          <InlineAlert tone="wrong" title={t("connect.failed")} className="w-full">
            {error} {t("connect.failedText")}
          </InlineAlert>
          <LinkButton to="/channels" variant="primary">
            {t("connect.back")}
          </LinkButton>
        </CardBody>
      </Card>
    </>
  );
}
