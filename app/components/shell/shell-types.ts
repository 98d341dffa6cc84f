import type { ComponentType, ReactNode } from "react";

export type IconType = ComponentType<{ className?: string; "aria-hidden"?: boolean }>;

export type NavItem = {
  to: string;
  label: string;
  icon: IconType;
  /** How many things there need the person. */
  count?: number;
  /** Current only on this very address, not below it. */
  end?: boolean;
};
export type NavGroup = { id: string; label?: string; items: readonly NavItem[] };

export type CommandItem = {
  id: string;
  label: string;
  icon?: IconType;
  hint?: ReactNode;
  keywords?: readonly string[];
  /** A command either goes somewhere or does something. */
  to?: string;
  onSelect?: () => void;
  /** Shown once something is typed, and opened with it: a list that can be searched. */
  finds?: true;
};
export type CommandGroup = { heading: string; commands: readonly CommandItem[] };

export type Person = { name: string; email: string; avatarSrc?: string | undefined };
export type LiveState = "live" | "reconnecting" | "offline";
