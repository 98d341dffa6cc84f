import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useFetcher } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { DeliveriesEmpty } from "#app/components/settings/deliveries-empty.tsx";
import { DeliveryRow } from "#app/components/settings/delivery-row.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Card } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { listDeadLetters } from "#app/domain/deliveries/list-dead-letters.server.ts";
import { resolveDeadLetter } from "#app/domain/deliveries/resolve-dead-letter.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/deliveries.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "deliveries:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  return {
    title: await pageTitle(args.context, "settings", "deliveries.title"),
    page: await orErrorPage(listDeadLetters(ctx, { cursor })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "deliveries:write");
  const { id, resolution } = await formFields(args.request, "id", "resolution");
  return tryVerb(args.context, async () => {
    await resolveDeadLetter(ctx, { id, resolution: resolution === "dismiss" ? "dismiss" : "redrive" });
    return { ok: true as const, resolution };
  });
}

export default function Deliveries({ loaderData: { page } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  // Held by the page: a resolved row is gone when the answer comes.
  const resolving = useFetcher<typeof action>();
  useAnswer(resolving, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.resolution === "dismiss") toast.ok(t("deliveries.dismissed"));
    else toast.ok(t("deliveries.redriven"), { description: t("deliveries.redrivenText") });
  });
  const mayWrite = actions.includes("deliveries:write");
  const count = page.data.length;
  return (
    <>
      <PageHeader title={t("deliveries.title")} state={count === 0 ? t("deliveries.stateNone") : t("deliveries.state", { count })} />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <Card>
        {count === 0 ? (
          <DeliveriesEmpty />
        ) : (
          <ul aria-label={t("deliveries.list")}>
            {page.data.map((letter) => (
              <DeliveryRow key={letter.id} letter={letter} mayWrite={mayWrite} fetcher={resolving} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}
