import { type ComponentType, lazy, Suspense, useState } from "react";
import type { CommandGroup } from "./shell-types.ts";

/** Not in the server's bundle: nobody opens it before the page runs. */
const Panel = lazy<ComponentType<CommandPaletteProps>>(async () => {
  if (import.meta.env.SSR) return { default: () => null };
  const { CommandPalettePanel } = await import("./command-palette-panel.tsx");
  return { default: CommandPalettePanel };
});

export type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; groups: readonly CommandGroup[] };

/** Loads its list when first opened, and stays for the closing movement. */
export function CommandPalette(props: CommandPaletteProps) {
  const [wasOpened, setOpened] = useState(props.open);
  if (props.open && !wasOpened) setOpened(true);
  return <Suspense>{wasOpened ? <Panel {...props} /> : null}</Suspense>;
}
