import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import type { Member } from "#app/domain/accounts/list-members.server.ts";
import { isRole, type Role } from "#app/domain/accounts/permissions.ts";
import type { TeamAnswer } from "./team-answer.ts";

type RoleSelectProps = {
  member: Member;
  fetcher: FetcherWithComponents<TeamAnswer>;
  roles: readonly Role[];
  onAssign: (role: string) => void;
};

/** Takes effect at once; without scripts a button sends it. Shows the new role before the server has answered. */
export function RoleSelect({ member, fetcher, roles, onAssign }: RoleSelectProps) {
  const { t } = useTranslation("settings");
  const sent = fetcher.formData?.get("role");
  const shown = isRole(sent) ? sent : member.role;
  return (
    <fetcher.Form method="post" action="/settings/team" className="flex items-center gap-2">
      <input type="hidden" name="intent" value="change-role" />
      <input type="hidden" name="id" value={member.id} />
      <NativeSelect
        name="role"
        aria-label={t("team.roleOf", { name: member.name })}
        value={shown}
        onChange={(event) => onAssign(event.target.value)}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}.name`) }))}
        className="w-36"
      />
      <noscript>
        <Button type="submit" size="sm">
          {t("team.applyRole")}
        </Button>
      </noscript>
    </fetcher.Form>
  );
}
