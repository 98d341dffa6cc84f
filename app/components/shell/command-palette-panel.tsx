import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import { menuItemClass } from "#app/components/ui/menu-classes.ts";
import { dialogPanelClass, overlayClass } from "#app/components/ui/overlay-classes.ts";
import type { CommandPaletteProps } from "./command-palette.tsx";
import type { CommandItem } from "./shell-types.ts";

export function CommandPalettePanel({ open, onOpenChange, groups }: CommandPaletteProps) {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();

  function run(command: CommandItem) {
    onOpenChange(false);
    if (command.to !== undefined) void navigate(command.to);
    command.onSelect?.();
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content aria-describedby={undefined} className={cn(dialogPanelClass, "max-w-xl overflow-hidden")}>
          <Radix.Title className="sr-only">{t("commands.title")}</Radix.Title>
          <Command label={t("commands.title")} loop>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-faint" />
              <Command.Input
                placeholder={t("commands.placeholder")}
                className="h-13 grow bg-transparent text-base outline-none placeholder:text-faint"
              />
            </div>
            <Command.List className="max-h-[55dvh] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted">{t("commands.empty")}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:label-caps [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1"
                >
                  {group.commands.map((command) => (
                    <Entry key={command.id} command={command} onRun={() => run(command)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ command, onRun }: { command: CommandItem; onRun: () => void }) {
  const { icon: Icon, label, hint, keywords, id } = command;
  return (
    <Command.Item
      value={`${label} ${id}`}
      {...(keywords ? { keywords: [...keywords] } : {})}
      onSelect={onRun}
      className={cn(menuItemClass, "group h-10")}
    >
      {Icon ? <Icon aria-hidden className="size-4" /> : null}
      <span className="grow truncate">{label}</span>
      {hint ? <span className="text-xs text-muted">{hint}</span> : null}
      <CornerDownLeft aria-hidden className="invisible group-data-[selected=true]:visible" />
    </Command.Item>
  );
}
