import { Check, EyeOff, Link2, PackagePlus, Undo2, Unlink, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import type { VariantName } from "#app/domain/catalog/listing-rows.server.ts";
import type { ListingDetail } from "#app/domain/catalog/read-listing.server.ts";
import type { LinkDecision } from "#app/domain/catalog/schemas.ts";
import { ChooseSku } from "./choose-sku.tsx";
import type { ListingActs } from "./use-listing-acts.ts";
import { linkTone, useListingWords } from "./use-listing-words.ts";

type LinkPanelProps = { listing: ListingDetail; acts: ListingActs | undefined };

/** Which SKU a listing sells, and the decisions about it. */
export function LinkPanel({ listing, acts }: LinkPanelProps) {
  const { t } = useTranslation("catalog");
  const { linkName, linkText, byName } = useListingWords();
  const shown = listing.variant ?? listing.suggestion;
  return (
    <section className="grid gap-3 rounded border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="label-caps">{t("listings.link")}</h2>
        <StateBadge tone={linkTone(listing.linkState)}>{linkName(listing.linkState)}</StateBadge>
        {shown !== null && listing.suggestedBy !== null ? <Badge>{byName(listing.suggestedBy)}</Badge> : null}
      </div>
      <p className="text-muted">{linkText(listing.linkState)}</p>
      {shown === null ? null : <Named variant={shown} />}
      {acts === undefined ? null : <Decisions listing={listing} acts={acts} />}
    </section>
  );
}

function Named({ variant }: { variant: VariantName }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <CodeTag value={variant.sku} copyable />
      <Link to={`/catalog/${variant.productId}`} className="font-semibold hover:underline">
        {[variant.productTitle, variant.name].filter(Boolean).join(" · ")}
      </Link>
    </p>
  );
}

type Choice = { label: string; icon: ReactNode; run: () => void; isMain?: boolean };

function Decisions({ listing, acts }: { listing: ListingDetail; acts: ListingActs }) {
  const { t } = useTranslation("catalog");
  const [isChoosing, setChoosing] = useState(false);
  const decide = (decision: LinkDecision) => () => acts.decide([listing.id], decision);
  const choose: Choice = { label: t("listings.links.choose"), icon: <Link2 aria-hidden />, run: () => setChoosing(true) };
  const make: Choice = { label: t("listings.links.make"), icon: <PackagePlus aria-hidden />, run: () => acts.make([listing.id]) };
  const ignore: Choice = { label: t("listings.links.ignore"), icon: <EyeOff aria-hidden />, run: decide("ignore") };
  const choices: Record<string, Choice[]> = {
    linked: [choose, { label: t("listings.links.unlink"), icon: <Unlink aria-hidden />, run: decide("unlink") }],
    suggested: [
      { label: t("listings.links.confirm"), icon: <Check aria-hidden />, run: decide("confirm"), isMain: true },
      { label: t("listings.links.reject"), icon: <X aria-hidden />, run: decide("reject") },
      choose,
    ],
    unlinked: [{ ...choose, isMain: true }, make, ignore],
    ignored: [{ label: t("listings.links.reopen"), icon: <Undo2 aria-hidden />, run: decide("reopen") }, choose],
  };
  return (
    <div className="flex flex-wrap gap-2">
      {(choices[listing.linkState] ?? []).map(({ label, icon, run, isMain }) => (
        <Button key={label} size="sm" icon={icon} variant={isMain ? "primary" : "secondary"} loading={acts.isBusy} onClick={run}>
          {label}
        </Button>
      ))}
      <ChooseSku
        title={t("listings.links.dialogTitle")}
        open={isChoosing}
        close={() => setChoosing(false)}
        choose={({ id }) => {
          acts.link(listing.id, id);
          setChoosing(false);
        }}
      />
    </div>
  );
}
