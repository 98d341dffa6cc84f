import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field-context.ts";
import { menuItemClass, menuPanelClass } from "./menu-classes.ts";

export type ComboboxOption = { value: string; label: string; hint?: string };

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  name?: string;
  id?: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
};

/** A select one can type in: time zones, products, people. */
export function Combobox({ options, name, id, value, defaultValue = "", onValueChange, placeholder, disabled, className }: ComboboxProps) {
  const { t } = useTranslation("ui");
  const wired = useFieldControl({ name, id });
  const [isOpen, setOpen] = useState(false);
  const [ownValue, setOwnValue] = useState(defaultValue);
  const chosen = value ?? ownValue;
  const label = options.find((option) => option.value === chosen)?.label;

  function choose(next: string) {
    setOwnValue(next);
    onValueChange?.(next);
    setOpen(false);
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <input type="hidden" name={wired.name ?? name} value={chosen} />
      <Radix.Trigger
        id={wired.id ?? id}
        disabled={disabled}
        aria-describedby={wired["aria-describedby"]}
        className={cn(
          controlClass,
          "flex items-center justify-between gap-2 text-left",
          wired["aria-invalid"] && "border-wrong bg-wrong-soft/40",
          className,
        )}
      >
        <span className={cn("truncate", !label && "text-faint")}>{label ?? placeholder ?? t("combobox.placeholder")}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={t("combobox.search")}
          align="start"
          sideOffset={4}
          className={cn(menuPanelClass, "w-(--radix-popover-trigger-width) min-w-60 p-0")}
        >
          <Command label={t("combobox.search")} defaultValue={label ?? ""}>
            <Command.Input
              placeholder={t("combobox.search")}
              className="h-10 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-faint"
            />
            <Command.List className="max-h-64 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-4 text-center text-faint">{t("combobox.empty")}</Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.label}
                  keywords={[option.value]}
                  onSelect={() => choose(option.value)}
                  className={menuItemClass}
                >
                  <span className="grow truncate">{option.label}</span>
                  {option.hint ? <span className="text-xs text-muted">{option.hint}</span> : null}
                  {option.value === chosen ? <Check aria-hidden className="text-accent!" /> : null}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
