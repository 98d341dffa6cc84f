import { FlaskConical, KeyRound, Power, PowerOff, Trash2 } from "lucide-react";
import { useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { TriggerTest } from "#app/domain/triggers/test-trigger.server.ts";
import type { Trigger } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type TriggerAnswer =
  | { ok: true; intent: "on" | "off" }
  | { ok: true; intent: "test"; test: TriggerTest }
  | { ok: true; intent: "secret" | "save"; secret: string | null }
  | { ok: false; error: string; fields: Record<string, string> };

type TriggerActsProps = { trigger: Trigger; acting: FetcherWithComponents<TriggerAnswer> };

/** Tried first, then on; what destroys asks first. */
export function TriggerActs({ trigger, acting }: TriggerActsProps) {
  const { t } = useTranslation("triggers");
  const isHydrated = useHydrated();
  const [asking, setAsking] = useState<"remove" | "secret">();
  const { name, state, testedAt, hasSecret } = trigger;
  const sent = acting.formData?.get("intent");
  const label = (act: string) => t("acts.ofTrigger", { act, name });
  const isOn = state === "on";
  const mayBeOn = testedAt !== null;
  return (
    <>
      <acting.Form method="post" className="flex flex-wrap gap-2">
        <ActButton
          intent="test"
          variant={mayBeOn ? "secondary" : "primary"}
          icon={<FlaskConical aria-hidden />}
          loading={sent === "test"}
          label={label(t("acts.test"))}
        >
          {t("acts.test")}
        </ActButton>
        {isOn || mayBeOn ? (
          <ActButton
            intent={isOn ? "off" : "on"}
            variant={isOn ? "secondary" : "primary"}
            icon={isOn ? <PowerOff aria-hidden /> : <Power aria-hidden />}
            loading={sent === "on" || sent === "off"}
            label={label(t(isOn ? "acts.off" : "acts.on"))}
          >
            {t(isOn ? "acts.off" : "acts.on")}
          </ActButton>
        ) : null}
        {isHydrated && hasSecret ? (
          <Button size="sm" variant="ghost" icon={<KeyRound aria-hidden />} onClick={() => setAsking("secret")}>
            {t("acts.secret")}
          </Button>
        ) : null}
        {isHydrated ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Trash2 aria-hidden />}
            onClick={() => setAsking("remove")}
            aria-label={label(t("acts.remove"))}
          >
            {t("acts.remove")}
          </Button>
        ) : null}
      </acting.Form>
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(open) => setAsking(open ? "remove" : undefined)}
        title={t("askRemove.title", { name })}
        description={t("askRemove.text")}
        confirmLabel={t("askRemove.confirm", { name })}
        destructive
        onConfirm={() => void acting.submit({ intent: "remove" }, { method: "post" })}
      />
      <ConfirmDialog
        open={asking === "secret"}
        onOpenChange={(open) => setAsking(open ? "secret" : undefined)}
        title={t("askSecret.title")}
        description={t("askSecret.text")}
        confirmLabel={t("askSecret.confirm")}
        destructive
        onConfirm={() => void acting.submit({ intent: "secret" }, { method: "post" })}
      />
    </>
  );
}
