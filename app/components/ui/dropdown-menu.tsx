import { Check, ChevronRight } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import { cn } from "./cn.ts";
import { menuItemClass, menuPanelClass } from "./menu-classes.ts";

export type DropdownMenuProps = {
  trigger: ReactNode;
  /** For menus that are loaded when they are first asked for. */
  startOpen?: boolean;
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  className?: string;
  children: ReactNode;
};

export function DropdownMenu({ trigger, startOpen = false, align = "end", side = "bottom", className, children }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={startOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuPanelClass, "max-h-(--radix-dropdown-menu-content-available-height)", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = {
  icon?: ReactNode;
  hint?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: (event: Event) => void;
  children: ReactNode;
};

export function MenuItem({ icon, hint, danger = false, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item
      disabled={disabled}
      {...(onSelect ? { onSelect } : {})}
      className={cn(menuItemClass, danger && "text-wrong [&>svg]:text-wrong")}
    >
      {icon}
      <span className="grow">{children}</span>
      {hint ? <span className="pl-4 text-xs text-muted">{hint}</span> : null}
    </Radix.Item>
  );
}

export type MenuLinkProps = { to: To; icon?: ReactNode; reloadDocument?: boolean; preventScrollReset?: boolean; children: ReactNode };

export function MenuLink({ to, icon, children, ...rest }: MenuLinkProps) {
  return (
    <Radix.Item asChild className={menuItemClass}>
      <Link to={to} {...rest}>
        {icon}
        <span className="grow">{children}</span>
      </Link>
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="label-caps px-2.5 pt-2 pb-1">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export type MenuCheckItemProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  keepOpen?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

export function MenuCheckItem({ checked, onCheckedChange, keepOpen = true, disabled = false, children }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => {
        if (keepOpen) event.preventDefault();
      }}
      className={cn(menuItemClass, "pl-8.5")}
    >
      <Radix.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

export type MenuRadioGroupProps = {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode }[];
};

export function MenuRadioGroup({ value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={cn(menuItemClass, "pl-8.5")}>
          <Radix.ItemIndicator className="absolute left-2.5">
            <Check aria-hidden className="size-4 text-accent" />
          </Radix.ItemIndicator>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function SubMenu({ label, icon, children }: { label: ReactNode; icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={cn(menuItemClass, "data-[state=open]:bg-sunken")}>
        {icon}
        <span className="grow">{label}</span>
        <ChevronRight aria-hidden />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent sideOffset={6} collisionPadding={8} className={cn(menuPanelClass, "max-h-80")}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}
