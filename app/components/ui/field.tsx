import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { FieldContext } from "./field-context.ts";
import { Label } from "./label.tsx";

export type FieldProps = {
  label: ReactNode;
  name?: string | undefined;
  description?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  /** Marks a field that may stay empty, in forms where most are needed. */
  optional?: boolean | undefined;
  /** Label beside the control: for checkboxes and switches. */
  inline?: boolean | undefined;
  hideLabel?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Wires label, description and error to the one control inside it. */
export function Field({
  label,
  name,
  description,
  error,
  required = false,
  optional = false,
  inline,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const ids = { label: `${id}-label`, description: `${id}-description`, error: `${id}-error` };
  const describedBy = [error && ids.error, description && ids.description].filter(Boolean).join(" ") || undefined;
  const labelled = (
    <Label id={ids.label} htmlFor={id} className={cn(hideLabel && "sr-only", inline && "font-normal")}>
      {label}
      {optional ? <span className="font-normal text-faint"> ({t("optional")})</span> : null}
    </Label>
  );
  const notes = (
    <>
      {description ? (
        <p id={ids.description} className="text-sm text-faint">
          {description}
        </p>
      ) : null}
      {error ? (
        <p id={ids.error} className="flex items-start gap-1.5 text-sm font-medium text-wrong">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </>
  );
  return (
    <FieldContext value={{ id, labelId: ids.label, name, describedBy, isInvalid: Boolean(error), isRequired: required }}>
      {inline ? (
        <div className={cn("grid grid-cols-[auto_1fr] items-start gap-x-2.5 gap-y-0.5", className)}>
          <div className="flex h-5 items-center">{children}</div>
          <div className="grid gap-0.5">
            {labelled}
            {notes}
          </div>
        </div>
      ) : (
        <div className={cn("grid content-start gap-1.5", className)}>
          {labelled}
          {children}
          {notes}
        </div>
      )}
    </FieldContext>
  );
}
