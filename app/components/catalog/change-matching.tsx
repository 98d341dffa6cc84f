import { ListChecks } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#app/components/ui/dropdown-menu.tsx";
import type { ChangeKind } from "#app/domain/channels/remote.ts";
import { changeIcons } from "./change-icons.tsx";

/** A change of everything the list shows, on all its pages. */
export function ChangeMatching({ kinds, start }: { kinds: readonly ChangeKind[]; start: (kind: ChangeKind) => void }) {
  const { t } = useTranslation("catalog");
  if (kinds.length === 0) return null;
  const trigger = (
    <Button size="sm" icon={<ListChecks aria-hidden />}>
      {t("changes.matching")}
    </Button>
  );
  return (
    <DropdownMenu trigger={trigger} className="max-w-80">
      <p className="px-2 pt-1 pb-2 text-sm text-muted">{t("changes.matchingHint")}</p>
      {kinds.map((kind) => (
        <MenuItem key={kind} icon={changeIcons[kind]} onSelect={() => start(kind)}>
          {t(`listings.bulk.${kind}`)}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
