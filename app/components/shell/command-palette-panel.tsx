import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import { menuItemClass } from "#app/components/ui/menu-classes.ts";
import { dialogPanelClass, overlayClass } from "#app/components/ui/overlay-classes.ts";
import type { CommandPaletteProps } from "./command-palette.tsx";
import { finderValue, rankCommand } from "./rank-command.ts";
import type { CommandItem } from "./shell-types.ts";

export function CommandPalettePanel({ open, onOpenChange, groups }: CommandPaletteProps) {
  const { t } = useTranslation("shell");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content aria-describedby={undefined} className={cn(dialogPanelClass, "max-w-xl overflow-hidden")}>
          <Radix.Title className="sr-only">{t("commands.title")}</Radix.Title>
          <Commands groups={groups} close={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Commands({ groups, close }: { groups: CommandPaletteProps["groups"]; close: () => void }) {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const words = typed.trim();

  function run({ to, finds, onSelect }: CommandItem) {
    close();
    if (to !== undefined) void navigate(finds ? `${to}?${new URLSearchParams({ q: words })}` : to);
    onSelect?.();
  }
  const shown = groups.map((group) => ({ ...group, commands: group.commands.filter(({ finds }) => !finds || words !== "") }));
  return (
    <Command label={t("commands.title")} loop filter={rankCommand}>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-4 text-faint" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={t("commands.placeholder")}
          className="h-13 grow bg-transparent text-base outline-none placeholder:text-faint"
        />
      </div>
      <Command.List className="max-h-[55dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-muted">{t("commands.empty")}</Command.Empty>
        {shown
          .filter(({ commands }) => commands.length > 0)
          .map((group) => (
            <Command.Group
              key={group.heading}
              heading={group.heading}
              className="[&_[cmdk-group-heading]]:label-caps [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1"
            >
              {group.commands.map((command) => (
                <Entry
                  key={command.id}
                  command={command}
                  label={command.finds ? t("commands.find", { words, page: command.label }) : command.label}
                  onRun={() => run(command)}
                />
              ))}
            </Command.Group>
          ))}
      </Command.List>
    </Command>
  );
}

function Entry({ command, label, onRun }: { command: CommandItem; label: string; onRun: () => void }) {
  const { icon: Icon, hint, keywords, id, finds } = command;
  return (
    <Command.Item
      value={finds ? finderValue(id) : `${label} ${id}`}
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
