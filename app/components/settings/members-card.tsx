import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { useConsole, useLive } from "#app/components/console/use-console.ts";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Th } from "#app/components/ui/table.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Member } from "#app/domain/accounts/list-members.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { MemberRow } from "./member-row.tsx";
import type { TeamAnswer } from "./team-answer.ts";
import { useAnswer } from "./use-answer.ts";

export function MembersCard({ page, isFirstPage }: { page: Page<Member>; isFirstPage: boolean }) {
  const { t } = useTranslation("settings");
  const { actions } = useConsole();
  const { people } = useLive();
  const online = new Set(people.map((person) => person.userId));
  // Held by the list: a removed row is gone when the answer comes.
  const removal = useFetcher<TeamAnswer>();
  useAnswer(removal, (answer) => {
    if (answer.ok) toast.ok(t("team.removed", { name: answer.name }));
  });
  const isAlone = isFirstPage && page.data.length === 1;
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("team.members")} description={isAlone ? t("team.alone") : undefined} />
      <Table label={t("team.members")}>
        <thead>
          <tr>
            <Th>{t("team.person")}</Th>
            <Th>{t("team.role")}</Th>
            <Th className="max-md:hidden">{t("team.joined")}</Th>
            {actions.includes("team:write") ? (
              <Th>
                <span className="sr-only">{t("team.actions")}</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {page.data.map((member) => (
            <MemberRow key={member.id} member={member} isOnline={online.has(member.id)} removal={removal} />
          ))}
        </tbody>
      </Table>
      <ListFooter nextCursor={page.nextCursor} />
    </Card>
  );
}
