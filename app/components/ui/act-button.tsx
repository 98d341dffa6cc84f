import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";

type ActButtonProps = Pick<ButtonProps, "variant" | "icon" | "loading" | "title"> & {
  /** What the form it stands in is told apart by. */
  intent: string;
  /** What it does, and to what: for those who hear it without seeing what stands around it. */
  label: string;
  children: ReactNode;
};

/** One of several things that can be done with what a form is about. */
export function ActButton({ intent, label, children, ...look }: ActButtonProps) {
  return (
    <Button type="submit" name="intent" value={intent} size="sm" aria-label={label} {...look}>
      {children}
    </Button>
  );
}
