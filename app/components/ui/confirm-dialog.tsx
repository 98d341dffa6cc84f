import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Trans } from "react-i18next";
import type { TextKey } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { InlineAlert } from "./inline-alert.tsx";
import { dialogPanelClass, overlayClass } from "./overlay-classes.ts";

export type ConfirmDialogProps = {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What goes, and whether it can come back. */
  description: ReactNode;
  /** A verb: "Remove Ana", never "OK". */
  confirmLabel: string;
  destructive?: boolean;
  /** The person must type this before the button works; posted as `confirmation`. */
  typedName?: string;
  /** Posts these fields; the dialog closes when the action answers without `error`. */
  form?: { action?: string; fields: Record<string, string> };
  onConfirm?: () => void;
};

type ActionAnswer = { error?: string | undefined } | undefined;

export function ConfirmDialog({ trigger, open, onOpenChange, title, description, ...body }: ConfirmDialogProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? isOwnOpen;
  function change(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={change}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content className={cn(dialogPanelClass, "max-w-md")}>
          <header className="grid gap-1.5 px-5 pt-5">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="text-muted">{description}</div>
            </Radix.Description>
          </header>
          <ConfirmForm {...body} close={() => change(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ConfirmFormProps = Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange" | "title" | "description"> & { close: () => void };

function ConfirmForm({ confirmLabel, destructive = false, typedName, form, onConfirm, close }: ConfirmFormProps) {
  const { t } = useTranslation(["ui", "common"]);
  const fetcher = useFetcher<ActionAnswer>();
  const [typed, setTyped] = useState("");
  const [isMismatch, setMismatch] = useState(false);
  const isBusy = fetcher.state !== "idle";
  const error = fetcher.data?.error;
  useCloseWhenDone(fetcher.state, error, close);

  function submit(event: { preventDefault: () => void }) {
    const isConfirmed = typedName === undefined || typed.trim() === typedName;
    setMismatch(!isConfirmed);
    if (!isConfirmed || !form || isBusy) event.preventDefault();
    if (!isConfirmed || form) return;
    onConfirm?.();
    close();
  }
  return (
    <fetcher.Form
      method="post"
      onSubmit={submit}
      className="grid gap-4 px-5 pt-4 pb-5"
      noValidate
      {...(form?.action ? { action: form.action } : {})}
    >
      {Object.entries(form?.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typedName === undefined ? null : (
        <Field
          label={
            <Trans
              i18nKey={"confirm.typeToConfirm" satisfies TextKey<"ui">}
              ns="ui"
              values={{ name: typedName }}
              components={{ name: <strong className="font-mono text-wrong" /> }}
            />
          }
          name="confirmation"
          error={isMismatch ? t("confirm.mismatch") : undefined}
        >
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
        </Field>
      )}
      {error ? <InlineAlert tone="wrong" title={error} /> : null}
      <footer className="flex flex-wrap justify-end gap-3">
        <Radix.Cancel asChild>
          <Button>{t("cancel", { ns: "common" })}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={destructive ? "danger" : "primary"} loading={isBusy}>
          {confirmLabel}
        </Button>
      </footer>
    </fetcher.Form>
  );
}

function useCloseWhenDone(state: "idle" | "loading" | "submitting", error: string | undefined, close: () => void): void {
  const wasBusyRef = useRef(false);
  useEffect(() => {
    if (state !== "idle") wasBusyRef.current = true;
    else if (wasBusyRef.current) {
      wasBusyRef.current = false;
      if (!error) close();
    }
  }, [state, error, close]);
}
