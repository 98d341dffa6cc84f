import { type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

export type RadioOption = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean };

export type RadioGroupProps = {
  name: string;
  label: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  value?: string;
  onValueChange?: (value: string) => void;
  description?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean;
  /** Framed rows to press anywhere on: for choices that need explaining. */
  cards?: boolean;
  className?: string;
};

export function RadioGroup({
  name,
  label,
  options,
  defaultValue,
  value,
  onValueChange,
  description,
  error,
  hideLabel,
  cards,
  className,
}: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset
      className={cn("grid gap-2", className)}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={cn("mb-1.5 text-sm font-semibold", hideLabel && "sr-only")}>{label}</legend>
      {description ? <p className="-mt-1.5 text-sm text-faint">{description}</p> : null}
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "grid cursor-pointer grid-cols-[auto_1fr] gap-x-2.5",
            cards &&
              "rounded border border-line px-3.5 py-3 transition-colors duration-150 has-checked:border-accent has-checked:bg-accent-soft/60 hover:border-line-strong",
          )}
        >
          <span className="flex h-5 items-center">
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
              aria-describedby={option.description ? `${id}-${option.value}` : undefined}
              className="size-4.5 appearance-none rounded-full border border-line-strong bg-raised transition-shadow duration-150 checked:border-accent checked:shadow-[inset_0_0_0_4px_var(--raised),inset_0_0_0_9px_var(--accent)] disabled:opacity-50"
            />
          </span>
          <span className={cn(cards && "font-semibold")}>{option.label}</span>
          {option.description ? (
            <span id={`${id}-${option.value}`} className="col-start-2 text-sm text-muted">
              {option.description}
            </span>
          ) : null}
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-wrong">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
