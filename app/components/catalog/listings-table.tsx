import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate, useSearchParams } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { DataTable } from "#app/components/ui/data-table/data-table.tsx";
import { withParams } from "#app/components/ui/data-table/list-address.ts";
import type { TableFilter } from "#app/components/ui/data-table/types.ts";
import { MenuItem, MenuLink, MenuSeparator } from "#app/components/ui/dropdown-menu.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { ListingRow } from "#app/domain/catalog/list-listings.server.ts";
import { linkStates, listingNeeds } from "#app/domain/catalog/schemas.ts";
import type { ListingSummary } from "#app/domain/catalog/summarize-listings.server.ts";
import { type ChangeKind, changeKinds, listingStatuses } from "#app/domain/channels/remote.ts";
import type { Page } from "#app/domain/paging.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { ChangeMatching } from "./change-matching.tsx";
import type { ChangeTarget } from "./change-target.ts";
import { ListingBulk } from "./listing-bulk.tsx";
import { useListingColumns } from "./listing-columns.tsx";
import { ListingSheet } from "./listing-sheet.tsx";
import { useListingActs } from "./use-listing-acts.ts";
import { useListingWords } from "./use-listing-words.ts";

type ListingsTableProps = { page: Page<ListingRow>; channels: ListingSummary["channels"]; isLoading: boolean };

export function ListingsTable({ page, channels, isLoading }: ListingsTableProps) {
  const { t } = useTranslation("catalog");
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { actions } = useConsole();
  const mayWrite = actions.includes("catalog:write");
  const acts = useListingActs();
  const [target, setTarget] = useState<ChangeTarget | null>(null);
  const link = query.get("link");
  const close = () => void navigate(withParams(query, { open: undefined }), { preventScrollReset: true, replace: true });
  const kindsOf = (channelIds: readonly string[]) => changeableKinds(channels.filter(({ id }) => channelIds.includes(id)));
  const startChange = (ids: readonly string[], kind: ChangeTarget["kind"], status?: "active" | "paused") => {
    const chosen = page.data.filter((row) => ids.includes(row.id));
    setTarget({ ids: chosen.map((row) => row.id), kind, currencies: currenciesOf(chosen), ...(status === undefined ? {} : { status }) });
  };
  const startMatching = (kind: ChangeTarget["kind"]) =>
    setTarget({ matching: query.toString(), kind, currencies: currenciesOf(page.data) });
  const channelId = query.get("channel");
  return (
    <>
      <DataTable
        label={t("listings.list")}
        columns={useListingColumns({ isInbox: link === "suggested" || link === "unlinked", acts: mayWrite ? acts : undefined })}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => [row.title, row.modelName].filter(Boolean).join(" · ")}
        rowTo={(row) => withParams(query, { open: row.id })}
        renderRowActions={(row) => (
          <>
            <MenuLink to={`/listings/${row.id}`}>{t("open")}</MenuLink>
            {mayWrite ? (
              <>
                <MenuSeparator />
                {kindsOf([row.channelId]).map((kind) => (
                  <MenuItem key={kind} onSelect={() => startChange([row.id], kind, row.status === "active" ? "paused" : "active")}>
                    {t(
                      kind === "status"
                        ? row.status === "active"
                          ? "listings.bulk.pause"
                          : "listings.bulk.resume"
                        : `listings.bulk.${kind}`,
                    )}
                  </MenuItem>
                ))}
              </>
            ) : null}
          </>
        )}
        {...(mayWrite
          ? {
              renderBulkActions: (selection) => (
                <ListingBulk
                  selection={selection}
                  link={link}
                  acts={acts}
                  kinds={kindsOf(page.data.filter((row) => selection.ids.includes(row.id)).map((row) => row.channelId))}
                  startChange={startChange}
                />
              ),
            }
          : {})}
        filters={useFilters(channels)}
        searchable
        status={isLoading ? "loading" : "ready"}
        page={{ nextCursor: page.nextCursor }}
        toolbar={
          <>
            {mayWrite && page.data.length > 0 ? (
              <ChangeMatching
                kinds={changeableKinds(channelId === null ? channels : channels.filter(({ id }) => id === channelId))}
                start={startMatching}
              />
            ) : null}
            <LinkButton size="sm" to={`/listings/export?${query.toString()}`} reloadDocument icon={<Download aria-hidden />}>
              {t("export")}
            </LinkButton>
          </>
        }
        empty={<Teaching mayConnect={actions.includes("channels:write")} />}
      />
      <ListingSheet id={query.get("open")} close={close} acts={mayWrite ? acts : undefined} startChange={setTarget} />
      <ChangeDialog target={target} close={() => setTarget(null)} />
    </>
  );
}

/** What at least one of these channels' marketplaces lets anybody change. */
function changeableKinds(channels: ListingSummary["channels"]): ChangeKind[] {
  const can = (name: "price" | "stock" | "pause") => channels.some(({ capabilities }) => capabilities[name]);
  const offered: Record<ChangeKind, boolean> = { price: can("price"), stock: can("stock"), status: can("pause") };
  return changeKinds.filter((kind) => offered[kind]);
}

function currenciesOf(rows: readonly ListingRow[]): [string, ...string[]] {
  const [first = "BRL", ...others] = new Set(rows.map((row) => row.currency));
  return [first, ...others];
}

function useFilters(channels: ListingSummary["channels"]): TableFilter[] {
  const { t } = useTranslation("catalog");
  const { statusName, linkName } = useListingWords();
  return [
    { key: "channel", label: t("listings.channel"), single: true, options: channels.map(({ id, name }) => ({ value: id, label: name })) },
    {
      key: "status",
      label: t("listings.status"),
      single: true,
      options: listingStatuses.map((value) => ({ value, label: statusName(value) })),
    },
    {
      key: "link",
      label: t("listings.filters.link"),
      single: true,
      options: linkStates.map((value) => ({ value, label: linkName(value) })),
    },
    {
      key: "only",
      label: t("listings.filters.only"),
      single: true,
      options: listingNeeds.map((value) => ({ value, label: t(`listings.filters.${value}`) })),
    },
  ];
}

function Teaching({ mayConnect }: { mayConnect: boolean }) {
  const { t } = useTranslation("catalog");
  return (
    <EmptyState
      title={t("listings.emptyTitle")}
      picture={<EmptyShelf />}
      action={
        mayConnect ? (
          <LinkButton to="/channels" variant="primary">
            {t("listings.connect")}
          </LinkButton>
        ) : null
      }
    >
      {t("listings.emptyText")}
    </EmptyState>
  );
}
