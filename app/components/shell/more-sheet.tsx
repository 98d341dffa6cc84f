import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Sheet } from "#app/components/ui/sheet.tsx";
import type { NavGroup } from "./shell-types.ts";
import { NavGroups } from "./sidebar.tsx";

type MoreSheetProps = { trigger: ReactNode; groups: readonly NavGroup[]; foot: ReactNode };

/** The whole navigation on a phone; loaded when it is first asked for, so it starts open. */
export function MoreSheet({ trigger, groups, foot }: MoreSheetProps) {
  const { t } = useTranslation("shell");
  const [isOpen, setOpen] = useState(true);
  return (
    <Sheet side="bottom" title={t("menu")} open={isOpen} onOpenChange={setOpen} trigger={trigger}>
      <NavGroups groups={groups} onNavigate={() => setOpen(false)} />
      <div className="-mx-2 mt-4 border-t border-line pt-3">{foot}</div>
    </Sheet>
  );
}
