import { useTranslation } from "#app/i18n/use-translation.ts";
import { useRevalidator } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";

/** What is saved now in a field where something else was typed. */
export function Theirs({ value, use }: { value: string; use: () => void }) {
  const { t } = useTranslation("ui");
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 font-medium text-watch">
      {t("conflict.theirs", { value: value === "" ? t("conflict.empty") : value })}
      <button type="button" className="text-accent underline underline-offset-4" onClick={use}>
        {t("conflict.useTheirs")}
      </button>
    </span>
  );
}

type ConflictNoticeProps = { isBehind: boolean; isCompared: boolean; adopt: () => void };

/** Somebody saved a newer version: nothing is lost, theirs is loaded beside what was typed. Nothing while there is no conflict. */
export function ConflictNotice({ isBehind, isCompared, adopt }: ConflictNoticeProps) {
  const { t } = useTranslation("ui");
  const { revalidate, state } = useRevalidator();
  function load() {
    adopt();
    void revalidate();
  }
  if (isBehind) {
    const button = (
      <Button size="sm" loading={state !== "idle"} onClick={load}>
        {t("conflict.load")}
      </Button>
    );
    return (
      <InlineAlert tone="watch" className="sm:col-span-2" title={t("conflict.title")} action={button}>
        {t("conflict.text")}
      </InlineAlert>
    );
  }
  if (!isCompared) return null;
  return (
    <InlineAlert tone="info" className="sm:col-span-2" title={t("conflict.loadedTitle")}>
      {t("conflict.loadedText")}
    </InlineAlert>
  );
}

type HeldConflictProps = { keepMine: () => void; takeTheirs: () => void };

/** The same where fields are not compared one by one: whose shall count is asked. */
export function HeldConflict({ keepMine, takeTheirs }: HeldConflictProps) {
  const { t } = useTranslation("ui");
  const choices = (
    <>
      <Button size="sm" onClick={keepMine}>
        {t("conflict.keepMine")}
      </Button>
      <Button size="sm" onClick={takeTheirs}>
        {t("conflict.takeTheirs")}
      </Button>
    </>
  );
  return (
    <InlineAlert tone="watch" title={t("conflict.title")} action={choices}>
      {t("conflict.heldText")}
    </InlineAlert>
  );
}
