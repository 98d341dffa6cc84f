import { loadWhenOpened } from "#app/components/ui/load-when-opened.tsx";
import type { CommandGroup } from "./shell-types.ts";

export type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; groups: readonly CommandGroup[] };

/** Not in the server's bundle: nobody opens it before the page runs. */
export const CommandPalette = loadWhenOpened<CommandPaletteProps>(async () =>
  import.meta.env.SSR ? () => null : (await import("./command-palette-panel.tsx")).CommandPalettePanel,
);
