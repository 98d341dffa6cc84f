import { lazy, Suspense, useSyncExternalStore } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { toastStore } from "./toast.ts";

const ToastList = lazy(() => import("./toast-list.tsx").then((module) => ({ default: module.ToastList })));

/** The live region is there from the start, so that screen readers announce the first message too; its looks load with it. */
export function ToastRegion() {
  const { t } = useTranslation("ui");
  const items = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.readOnServer);
  return (
    <section
      aria-label={t("toasts")}
      aria-live="polite"
      aria-relevant="additions"
      className="fixed right-4 bottom-18 z-60 md:bottom-4 w-88 max-w-[calc(100vw-2rem)]"
    >
      <Suspense>{items.length > 0 ? <ToastList items={items} /> : null}</Suspense>
    </section>
  );
}
