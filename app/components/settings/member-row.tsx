import { CircleAlert, UserMinus } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, useFetcher } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Td, Tr } from "#app/components/ui/table.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Member } from "#app/domain/accounts/list-members.server.ts";
import { mayAssignRole, roles } from "#app/domain/accounts/permissions.ts";
import { RoleSelect } from "./role-select.tsx";
import type { TeamAnswer } from "./team-answer.ts";
import { useAnswer } from "./use-answer.ts";

type MemberRowProps = { member: Member; isOnline: boolean; removal: FetcherWithComponents<TeamAnswer> };

export function MemberRow({ member, isOnline, removal }: MemberRowProps) {
  const { t } = useTranslation(["settings", "common"]);
  const { member: self, actions } = useConsole();
  const fetcher = useFetcher<TeamAnswer>();
  const isSelf = member.id === self.userId;
  const assignable = roles.filter((role) => mayAssignRole(self.role, member.role, role));
  const refused = [fetcher, removal].find(
    (asked) => asked.state === "idle" && asked.data?.ok === false && asked.data.id === member.id,
  )?.data;
  const problem = refused?.ok === false ? refused : undefined;
  function assign(role: string) {
    void fetcher.submit({ intent: "change-role", id: member.id, role }, { method: "post", action: "/settings/team" });
  }
  function remove() {
    void removal.submit({ intent: "remove", id: member.id, name: member.name }, { method: "post", action: "/settings/team" });
  }
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("team.roleChanged", { name: member.name, role: t(`roles.${member.role}.name`) }));
  });
  if (removal.formData?.get("id") === member.id) return null;
  return (
    <Tr>
      <Td className="max-sm:pl-3!">
        <div className="flex items-center gap-3">
          <Avatar name={member.name} presence={isOnline ? "online" : "offline"} className="max-sm:hidden" />
          <div className="min-w-0">
            <p className="font-semibold">
              {member.name} {isSelf ? <span className="font-normal text-faint">({t("team.you")})</span> : null}
            </p>
            <p className="text-faint max-sm:max-w-32 max-md:max-w-40 max-md:truncate">{member.email}</p>
          </div>
        </div>
        {problem ? (
          <p role="alert" className="mt-1.5 flex items-start gap-1.5 font-medium text-wrong">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problem.error}
          </p>
        ) : null}
      </Td>
      <Td className="w-px whitespace-nowrap max-sm:px-1">
        {assignable.length > 0 ? (
          <RoleSelect member={member} fetcher={fetcher} roles={assignable} onAssign={assign} />
        ) : (
          <Badge>{t(`roles.${member.role}.name`)}</Badge>
        )}
      </Td>
      <Td className="w-px whitespace-nowrap text-muted max-md:hidden">
        <DateTime ms={member.createdAt} show="date" />
      </Td>
      {actions.includes("team:write") ? (
        <Td className="w-px text-right whitespace-nowrap max-sm:pr-2! max-sm:pl-0">
          {!isSelf && assignable.includes(member.role) ? <RemoveDialog member={member} onConfirm={remove} /> : null}
        </Td>
      ) : null}
    </Tr>
  );
}

function RemoveDialog({ member, onConfirm }: { member: Member; onConfirm: () => void }) {
  const { t } = useTranslation("settings");
  const label = t("team.removeLabel", { name: member.name });
  const trigger = <Button variant="ghost" size="icon-sm" aria-label={label} title={label} icon={<UserMinus aria-hidden />} />;
  return (
    <ConfirmDialog
      trigger={trigger}
      title={t("team.removeTitle", { name: member.name })}
      description={
        <>
          <p>{t("team.removeText")}</p>
          <ul className="mt-1.5 grid list-disc gap-1 pl-5">
            <li>{t("team.removeSessions")}</li>
            <li>{t("team.removeKeys")}</li>
            <li>{t("team.removeTrace")}</li>
          </ul>
        </>
      }
      confirmLabel={label}
      typedName={member.name}
      destructive
      onConfirm={onConfirm}
    />
  );
}
