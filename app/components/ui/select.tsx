import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useDocumentFacts } from "./document-context.ts";
import { useFieldControl } from "./field-context.ts";
import { menuItemClass, menuPanelClass } from "./menu-classes.ts";

export type SelectOption = { value: string; label: string; icon?: ReactNode; disabled?: boolean };

export type SelectProps = {
  options: readonly SelectOption[];
  name?: string;
  id?: string;
  value?: string;
  defaultValue?: string | undefined;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  "aria-label"?: string;
  className?: string;
};

export function Select({
  options,
  name,
  id,
  value,
  defaultValue,
  onValueChange,
  placeholder,
  disabled,
  required,
  className,
  ...aria
}: SelectProps) {
  const { t } = useTranslation("ui");
  const { nonce } = useDocumentFacts();
  const wired = useFieldControl({ name, id, required });
  const fieldName = name ?? wired.name;
  const state = {
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(onValueChange ? { onValueChange } : {}),
    ...(fieldName === undefined ? {} : { name: fieldName }),
  };
  return (
    <Radix.Root {...state} disabled={disabled ?? false} required={wired.required ?? required ?? false}>
      <Radix.Trigger
        id={wired.id ?? id}
        aria-describedby={wired["aria-describedby"]}
        aria-invalid={wired["aria-invalid"]}
        className={cn(controlClass, "flex items-center justify-between gap-2 text-left data-placeholder:text-faint", className)}
        {...aria}
      >
        <Radix.Value placeholder={placeholder ?? t("select.placeholder")} />
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className={cn(menuPanelClass, "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)")}
        >
          <Radix.Viewport {...(nonce ? { nonce } : {})}>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} disabled={option.disabled ?? false} className={cn(menuItemClass, "pr-8")}>
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="absolute right-2.5">
                  <Check aria-hidden className="size-4 text-accent" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
