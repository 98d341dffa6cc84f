import { loadWhenOpened } from "#app/components/ui/load-when-opened.tsx";
import type { CommandGroup } from "./shell-types.ts";

export type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; groups: readonly CommandGroup[] };

export const CommandPalette = loadWhenOpened<CommandPaletteProps>(
  async () => (await import("./command-palette-panel.tsx")).CommandPalettePanel,
);
