import { Keyboard } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { fieldClass, sideButtonClass } from "./floor-classes.ts";

/** For a label that no scanner reads any more. */
export function TypeCode({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation("floor");
  const [isOpen, setOpen] = useState(false);
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get("code");
    if (typeof code !== "string" || code.trim() === "") return;
    setOpen(false);
    onCode(code.trim());
  }
  if (!isOpen) {
    return (
      <button type="button" className={sideButtonClass} onClick={() => setOpen(true)}>
        <Keyboard aria-hidden className="size-8 shrink-0" />
        {t("flow.type")}
      </button>
    );
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      <label className="grid gap-3 font-semibold">
        {t("flow.typed")}
        <input
          name="code"
          className={`${fieldClass} font-mono`}
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={512}
        />
      </label>
      <div className="grid grid-cols-2 gap-4">
        <button type="button" className={sideButtonClass} onClick={() => setOpen(false)}>
          {t("flow.cancel")}
        </button>
        <button type="submit" className={sideButtonClass}>
          {t("flow.use")}
        </button>
      </div>
    </form>
  );
}
