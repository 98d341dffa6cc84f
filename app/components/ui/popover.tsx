import type { ReactNode } from "react";
import { LazyOverlay, type OverlayTrigger } from "./lazy-overlay.tsx";

export type PopoverProps = {
  /** One button. */
  trigger: OverlayTrigger;
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

const loadPanel = async () => (await import("./popover-panel.tsx")).PopoverPanel;

export function Popover({ trigger, ...overlay }: PopoverProps) {
  return <LazyOverlay trigger={trigger} load={loadPanel} overlay={overlay} popup="dialog" onOpen={() => overlay.onOpenChange?.(true)} />;
}
