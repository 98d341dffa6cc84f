import { cloneElement, type ComponentProps, type ComponentType, type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { toast } from "./toast.ts";

export type OverlayTrigger = ReactElement<ComponentProps<"button">>;

type LazyOverlayProps<Props> = {
  trigger: OverlayTrigger;
  /** The overlay shows itself open, with `trigger` as its Radix trigger. */
  load: () => Promise<ComponentType<Props & { trigger: ReactNode }>>;
  overlay: Props;
  popup: "menu" | "dialog";
  onOpen?: (() => void) | undefined;
};

/** Menus and popovers cost 40 kB that most visits never open: a plain button stands in until it is pressed. */
export function LazyOverlay<Props extends object>({ trigger, load, overlay, popup, onOpen }: LazyOverlayProps<Props>) {
  const { t } = useTranslation("ui");
  const [Overlay, setOverlay] = useState<ComponentType<Props & { trigger: ReactNode }> | null>(null);
  if (Overlay) return <Overlay {...overlay} trigger={trigger} />;

  async function open() {
    onOpen?.();
    try {
      const loaded = await load();
      setOverlay(() => loaded);
    } catch {
      toast.wrong(t("loadFailed"));
    }
  }
  // Only warms the cache: swapping the button under a pointer that is about to press would lose the press.
  const warm = () => void load().catch(() => undefined);
  return cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: warm,
    onFocus: warm,
    onClick: () => void open(),
  });
}
