import { useEffect, useRef } from "react";

/** Keys as written on the help page: "mod+k" is Ctrl or Cmd; single keys are ignored while someone types. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const latestRef = useRef(shortcuts);
  useEffect(() => {
    latestRef.current = shortcuts;
  });
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      const hasModifier = event.ctrlKey || event.metaKey;
      const name = hasModifier ? `mod+${event.key.toLowerCase()}` : event.key;
      const act = latestRef.current[name];
      if (!act || event.altKey || (!hasModifier && isTyping(event.target))) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=menu], [role=listbox]") !== null
  );
}
