import { ChevronsUpDown } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { LazyOverlay } from "#app/components/ui/lazy-overlay.tsx";
import type { PersonMenuPanelProps } from "./person-menu-panel.tsx";

type PersonMenuProps = PersonMenuPanelProps & { workspaceName: string; isCollapsed?: boolean };

const loadPanel = async () => (await import("./person-menu-panel.tsx")).PersonMenuPanel;

export function PersonMenu({ workspaceName, isCollapsed = false, ...menu }: PersonMenuProps) {
  const { t } = useTranslation("shell");
  const { person } = menu;
  const trigger = (
    <button
      type="button"
      className={cn(
        "flex w-full items-center gap-2.5 rounded p-2 text-left hover:bg-ground aria-expanded:bg-ground",
        isCollapsed && "justify-center",
      )}
    >
      <Avatar name={person.name} src={person.avatarSrc} />
      {isCollapsed ? (
        <span className="sr-only">{t("account", { name: person.name })}</span>
      ) : (
        <>
          <span className="grid min-w-0 grow leading-tight">
            <span className="truncate font-semibold">{person.name}</span>
            <span className="truncate text-xs text-faint">{workspaceName}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
        </>
      )}
    </button>
  );
  return <LazyOverlay trigger={trigger} load={loadPanel} overlay={menu} popup="menu" />;
}
