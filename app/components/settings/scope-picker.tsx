import { useId, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";

/** Only what the person holds themselves can be given to a key. */
export function ScopePicker({ error }: { error: string | undefined }) {
  const { t } = useTranslation("settings");
  const { actions } = useConsole();
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<Action>>(new Set());
  const isHydrated = useHydrated();
  const reads = actions.filter((action) => action.endsWith(":read"));
  const chosenReads = reads.filter((action) => chosen.has(action)).length;
  function toggle(changed: readonly Action[], isOn: boolean) {
    const next = new Set(chosen);
    for (const action of changed) {
      if (isOn) next.add(action);
      else next.delete(action);
    }
    setChosen(next);
  }
  const listOf = (shown: readonly Action[]) =>
    shown.map((action) => (
      <label key={action} className="flex items-start gap-2.5">
        <Checkbox
          name="scopes"
          value={action}
          checked={chosen.has(action)}
          onChange={(event) => toggle([action], event.target.checked)}
          className="mt-px"
        />
        <span>
          {t(`profile.may.${action.replace(":", ".") as "team.read"}`)} <code className="font-mono text-xs text-faint">{action}</code>
        </span>
      </label>
    ));
  return (
    <fieldset aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`} aria-invalid={error ? true : undefined}>
      <legend className="text-sm font-semibold">{t("keys.scopes")}</legend>
      <p id={`${id}-hint`} className="text-faint">
        {t("keys.scopesHint")}
      </p>
      <div className="mt-3 grid gap-6 sm:grid-cols-2">
        <div className="grid content-start gap-2.5">
          <h3 className="label-caps">{t("keys.read")}</h3>
          {isHydrated ? (
            <label className="flex items-start gap-2.5 border-b border-line pb-2.5 font-semibold">
              <Checkbox
                checked={chosenReads === reads.length}
                indeterminate={chosenReads > 0 && chosenReads < reads.length}
                onChange={(event) => toggle(reads, event.target.checked)}
                className="mt-px"
              />
              {t("keys.allRead")}
            </label>
          ) : null}
          {listOf(reads)}
        </div>
        <div className="grid content-start gap-2.5">
          <h3 className="label-caps">{t("keys.write")}</h3>
          {listOf(actions.filter((action) => !action.endsWith(":read")))}
        </div>
      </div>
      {error ? (
        <p id={`${id}-error`} role="alert" className="mt-3 font-medium text-wrong">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
