import { useTranslation } from "#app/i18n/use-translation.ts";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import type { Shortcut, ShortcutsHelpProps } from "./shortcuts-help.tsx";

export function ShortcutsHelpDialog({ open, onOpenChange, more }: ShortcutsHelpProps) {
  const { t } = useTranslation("shell");
  const shortcuts: Shortcut[] = [
    { keys: ["Ctrl", "K"], label: t("shortcuts.commands") },
    { keys: ["["], label: t("shortcuts.sidebar") },
    { keys: ["?"], label: t("shortcuts.help") },
    { keys: ["Esc"], label: t("shortcuts.close") },
    ...more,
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("shortcuts.title")} size="sm">
      <ul className="grid">
        {shortcuts.map((shortcut) => (
          <li key={shortcut.label} className="flex items-center justify-between gap-4 border-b border-line py-2 last:border-0">
            {shortcut.label}
            <span className="flex gap-1">
              {shortcut.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
