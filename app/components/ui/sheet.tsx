import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import type { DialogProps } from "./dialog.tsx";
import { overlayClass } from "./overlay-classes.ts";

const sides = {
  right: "inset-y-0 right-0 w-full max-w-lg border-l data-[state=closed]:animate-to-right data-[state=open]:animate-from-right",
  left: "inset-y-0 left-0 w-full max-w-80 border-r data-[state=closed]:animate-to-left data-[state=open]:animate-from-left",
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] rounded-t border-t data-[state=closed]:animate-to-bottom data-[state=open]:animate-from-bottom",
};

export type SheetProps = Omit<DialogProps, "size"> & {
  side?: keyof typeof sides;
  /** Beside the title: a link to the full page, a menu. */
  action?: ReactNode;
};

/** Opens a row beside its list. */
export function Sheet({ trigger, open, onOpenChange, title, description, side = "right", action, footer, children }: SheetProps) {
  const { t } = useTranslation("common");
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          className={cn("fixed z-50 flex flex-col border-line bg-raised shadow-lift", sides[side])}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="flex items-start justify-between gap-4 border-b border-line py-3.5 pr-3 pl-5">
            <div className="grid min-w-0 gap-1 pt-0.5">
              <Radix.Title className="text-base leading-6 font-semibold">{title}</Radix.Title>
              {description ? <Radix.Description className="text-sm text-muted">{description}</Radix.Description> : null}
            </div>
            <div className="flex items-center gap-1">
              {action}
              <Radix.Close asChild>
                <Button variant="ghost" size="icon-sm" aria-label={t("close")} icon={<X aria-hidden />} />
              </Radix.Close>
            </div>
          </header>
          <div className="min-h-0 grow overflow-y-auto p-5">{children}</div>
          {footer ? <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
