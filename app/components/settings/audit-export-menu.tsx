import { Download, FileClock } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher, useSearchParams } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { DropdownMenu, MenuItem, MenuLabel, MenuLink } from "#app/components/ui/dropdown-menu.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useAnswer } from "./use-answer.ts";

/** A short log is a download; a long one is made in the background and waits to be fetched. */
export function AuditExportMenu() {
  const { t } = useTranslation("settings");
  const [query] = useSearchParams();
  const fetcher = useFetcher<{ ok: true } | FormProblem>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("audit.exports.started"), { description: t("audit.exports.startedText") });
    else toast.wrong(answer.error);
  });
  const filter = query.toString();
  const trigger = (
    <Button size="sm" icon={<Download aria-hidden />} loading={fetcher.state !== "idle"}>
      {t("audit.exports.menu")}
    </Button>
  );
  return (
    <DropdownMenu trigger={trigger}>
      <MenuLabel>{t("audit.exports.hint")}</MenuLabel>
      <MenuLink to={`/settings/audit/export?${filter}`} reloadDocument icon={<Download aria-hidden />}>
        {t("audit.exports.now")}
      </MenuLink>
      <MenuItem
        icon={<FileClock aria-hidden />}
        onSelect={() => void fetcher.submit({ intent: "export" }, { method: "post", action: `/settings/audit?${filter}` })}
      >
        {t("audit.exports.later")}
      </MenuItem>
    </DropdownMenu>
  );
}
