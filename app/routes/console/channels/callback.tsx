import { data, redirect } from "react-router";
import { ConnectFailed } from "#app/components/channels/connect-failed.tsx";
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
  if ("kind" in answer) {
    if (answer.kind === "choose") throw redirect(`/channels/choose/${answer.grantId}`);
    throw redirect(`/channels/${answer.channelId}?done=${answer.isNew ? "connected" : "authorised"}`);
  }
  const { code, error } = answer.data;
  // Who says no at the marketplace gets the page asked for; everything else went wrong.
  return data({ title: await pageTitle(args.context, "channels", "title"), error }, code === "forbidden" ? {} : (answer.init ?? {}));
}

export default function Callback({ loaderData: { error } }: Route.ComponentProps) {
  return <ConnectFailed error={error} />;
}
