import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import type { PopoverProps } from "./popover.tsx";

type PopoverPanelProps = Omit<PopoverProps, "trigger"> & { trigger: ReactNode };

export function PopoverPanel({ trigger, label, open, onOpenChange, align = "start", className, children }: PopoverPanelProps) {
  return (
    <Radix.Root {...(open === undefined ? { defaultOpen: true } : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "z-50 max-w-88 rounded border border-line bg-raised p-4 text-sm shadow-lift data-[state=open]:animate-drop-in",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
