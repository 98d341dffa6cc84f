import { loadWhenOpened } from "#app/components/ui/load-when-opened.tsx";

export type Shortcut = { keys: readonly string[]; label: string };
export type ShortcutsHelpProps = { open: boolean; onOpenChange: (open: boolean) => void; more: readonly Shortcut[] };

export const ShortcutsHelp = loadWhenOpened<ShortcutsHelpProps>(
  async () => (await import("./shortcuts-help-dialog.tsx")).ShortcutsHelpDialog,
);
