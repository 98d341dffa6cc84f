import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { dialogPanelClass, overlayClass } from "./overlay-classes.ts";

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl" };

export type DialogProps = {
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof widths;
  footer?: ReactNode;
  children?: ReactNode;
};

export function Dialog({ trigger, open, onOpenChange, title, description, size = "md", footer, children }: DialogProps) {
  const { t } = useTranslation("common");
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          className={cn(dialogPanelClass, widths[size])}
          onOpenAutoFocus={focusFirstField}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="flex items-start justify-between gap-4 border-b border-line py-3.5 pr-3 pl-5">
            <div className="grid gap-1 pt-0.5">
              <Radix.Title className="text-base leading-6 font-semibold">{title}</Radix.Title>
              {description ? <Radix.Description className="text-sm text-muted">{description}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label={t("close")} icon={<X aria-hidden />} />
            </Radix.Close>
          </header>
          {children ? <div className="min-h-0 overflow-y-auto p-5">{children}</div> : null}
          {footer ? <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/**
 * Where one begins to type. `autoFocus` does not reach there in a dialog over another: the one below takes the focus back
 * before this one holds it.
 */
function focusFirstField(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const field = event.currentTarget.querySelector<HTMLElement>("[data-first-field]");
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

/** Wraps the button that closes the dialog around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
