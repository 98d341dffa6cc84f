import { X } from "lucide-react";
import { type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "./button.tsx";
import { stateLooks } from "./state-looks.ts";
import { toast, type ToastItem } from "./toast.ts";

export function ToastList({ items }: { items: readonly ToastItem[] }) {
  return (
    <ol className="grid gap-2">
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </ol>
  );
}

function Toast({ item }: { item: ToastItem }) {
  const { t } = useTranslation("ui");
  const itemRef = useRef<HTMLLIElement>(null);
  const { Icon, text } = stateLooks[item.tone];
  const isPointedAt = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => {
      // What is being pointed at or tabbed through is being read: let it stay for another turn.
      if (!isPointedAt.current && itemRef.current?.matches(":focus-within") !== true) toast.dismiss(item.id);
      isPointedAt.current = false;
    }, item.durationMs);
    return () => clearInterval(timer);
  }, [item.id, item.durationMs]);
  /** A toast that rises under a resting pointer is not pointed at: it may cover what was just pressed. */
  function notePointer({ movementX, movementY }: PointerEvent<HTMLLIElement>): void {
    if (movementX !== 0 || movementY !== 0) isPointedAt.current = true;
  }
  return (
    <li
      ref={itemRef}
      onPointerMove={notePointer}
      className="flex animate-rise-in items-start gap-3 rounded border border-line bg-raised py-3 pr-2 pl-4 shadow-lift"
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${text}`} />
      <div className="min-w-0 grow">
        <p className="font-semibold">
          <span className="sr-only">{t(`state.${item.tone}`)}: </span>
          {item.title}
        </p>
        {item.description ? <p className="text-muted">{item.description}</p> : null}
        {item.action ? (
          <Button
            variant="link"
            size="sm"
            className="mt-1"
            onClick={() => {
              item.action?.onPress();
              toast.dismiss(item.id);
            }}
          >
            {item.action.label}
          </Button>
        ) : null}
      </div>
      <Button variant="ghost" size="icon-sm" aria-label={t("dismiss")} icon={<X aria-hidden />} onClick={() => toast.dismiss(item.id)} />
    </li>
  );
}
