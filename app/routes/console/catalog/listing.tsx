import { ScanSearch } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ChangeDialog } from "#app/components/catalog/change-dialog.tsx";
import type { ChangeTarget } from "#app/components/catalog/change-target.ts";
import { ListingFacts } from "#app/components/catalog/listing-facts.tsx";
import { useListingActs } from "#app/components/catalog/use-listing-acts.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { readListing } from "#app/domain/catalog/read-listing.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/listing.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  const listing = await orErrorPage(readListing(ctx, { id: args.params.id }));
  return { title: titled(listing.title), listing };
}

export default function ListingPage({ loaderData: { listing } }: Route.ComponentProps) {
  const { t } = useTranslation("catalog");
  const { actions } = useConsole();
  useChanges("listings");
  const acts = useListingActs();
  const [target, setTarget] = useState<ChangeTarget | null>(null);
  return (
    <>
      <PageHeader
        title={listing.title}
        actions={
          <LinkButton to={`/listings/${listing.id}/analyses`} icon={<ScanSearch aria-hidden />}>
            {t("listings.analyse")}
          </LinkButton>
        }
        state={[listing.channel?.name ?? t("listings.channel"), listing.modelName].filter(Boolean).join(" · ")}
      />
      <Card>
        <CardBody>
          <ListingFacts listing={listing} acts={actions.includes("catalog:write") ? acts : undefined} startChange={setTarget} />
        </CardBody>
      </Card>
      <ChangeDialog target={target} close={() => setTarget(null)} />
    </>
  );
}
