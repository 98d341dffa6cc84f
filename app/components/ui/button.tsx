import type { VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { buttonVariants } from "./button-variants.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

type Look = VariantProps<typeof buttonVariants> & { icon?: ReactNode };
export type ButtonProps = ComponentProps<"button"> & Look & { loading?: boolean; loadingLabel?: string };

/** While loading it keeps focus and its place, and ignores clicks. */
export function Button({ variant, size, icon, loading = false, loadingLabel, className, children, onClick, ...rest }: ButtonProps) {
  const { t } = useTranslation("ui");
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (loading) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      className={cn(buttonVariants({ variant, size }), className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={handleClick}
      {...rest}
    >
      {loading ? <Spinner label={loadingLabel ?? t("working")} /> : icon}
      {children}
    </button>
  );
}

export type LinkButtonProps = ComponentProps<typeof Link> & Look;

export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={cn(buttonVariants({ variant, size }), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
