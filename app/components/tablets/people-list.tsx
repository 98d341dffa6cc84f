import { type FetcherWithComponents, useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FloorPerson } from "#app/domain/floor/list-floor-people.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { TabletsAnswer } from "./tablets-answer.ts";

type PeopleProps = { people: FloorPerson[]; badges: FetcherWithComponents<TabletsAnswer> };

/** Who may take a tablet, and by what. */
export function PeopleList({ people, badges }: PeopleProps) {
  const { t } = useTranslation("tablets");
  return (
    <Card>
      <CardHeader title={t("people")} description={t("peopleText")} />
      <ul>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} badges={badges} />
        ))}
      </ul>
    </Card>
  );
}

function PersonRow({ person, badges }: { person: FloorPerson; badges: PeopleProps["badges"] }) {
  const { t } = useTranslation("tablets");
  const fetcher = useFetcher<TabletsAnswer>();
  const { id, name, hasPin, hasBadge } = person;
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("wasReset", { name }));
    else toast.wrong(answer.error);
  });
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <p className="flex min-w-0 grow flex-wrap items-center gap-2">
        <span className="font-semibold break-words">{name}</span>
        <StateBadge tone={hasPin ? "ok" : "info"}>{hasPin ? t("hasPin") : t("noPin")}</StateBadge>
        <StateBadge tone={hasBadge ? "ok" : "info"}>{hasBadge ? t("hasBadge") : t("noBadge")}</StateBadge>
      </p>
      <badges.Form method="post" action="/warehouse/tablets">
        <input type="hidden" name="intent" value="issue-badge" />
        <input type="hidden" name="id" value={id} />
        <Button type="submit" size="sm" aria-label={t("makeBadgeLabel", { name })}>
          {t("makeBadge")}
        </Button>
      </badges.Form>
      {hasPin || hasBadge ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("resetLabel", { name })}>
              {t("reset")}
            </Button>
          }
          title={t("resetTitle", { name })}
          description={t("resetText")}
          confirmLabel={t("resetLabel", { name })}
          destructive
          onConfirm={() => void fetcher.submit({ intent: "reset-pin", id }, { method: "post", action: "/warehouse/tablets" })}
        />
      ) : null}
    </li>
  );
}
