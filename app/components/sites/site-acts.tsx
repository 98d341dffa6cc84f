import { KeyRound, Pause, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { Site } from "#app/domain/sites/site-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type SiteAnswer =
  | { ok: true; intent: "pause" | "resume" | "key" | "save" }
  | { ok: false; code: string; error: string; fields: Record<string, string> };

type SiteActsProps = { site: Site; acting: FetcherWithComponents<SiteAnswer> };

export function SiteActs({ site: { name, isEnabled }, acting }: SiteActsProps) {
  const { t } = useTranslation("sites");
  const isHydrated = useHydrated();
  const [asking, setAsking] = useState<"remove" | "key">();
  const label = (act: string) => t("acts.ofSite", { act, name });
  const act = isEnabled ? "pause" : "resume";
  return (
    <>
      <acting.Form method="post" className="flex flex-wrap gap-2">
        <ActButton
          intent={act}
          variant={isEnabled ? "secondary" : "primary"}
          icon={isEnabled ? <Pause aria-hidden /> : <Play aria-hidden />}
          loading={acting.formData?.get("intent") === act}
          label={label(t(`acts.${act}`))}
        >
          {t(`acts.${act}`)}
        </ActButton>
        {isHydrated ? (
          <>
            <Button
              size="sm"
              variant="ghost"
              icon={<KeyRound aria-hidden />}
              onClick={() => setAsking("key")}
              aria-label={label(t("acts.key"))}
            >
              {t("acts.key")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              icon={<Trash2 aria-hidden />}
              onClick={() => setAsking("remove")}
              aria-label={label(t("acts.remove"))}
            >
              {t("acts.remove")}
            </Button>
          </>
        ) : null}
      </acting.Form>
      <ConfirmDialog
        open={asking === "key"}
        onOpenChange={(open) => setAsking(open ? "key" : undefined)}
        title={t("askKey.title")}
        description={t("askKey.text")}
        confirmLabel={t("askKey.confirm")}
        destructive
        onConfirm={() => void acting.submit({ intent: "key" }, { method: "post" })}
      />
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(open) => setAsking(open ? "remove" : undefined)}
        title={t("askRemove.title", { name })}
        description={t("askRemove.text")}
        confirmLabel={t("askRemove.confirm", { name })}
        destructive
        typedName={name}
        form={{ fields: { intent: "remove" } }}
      />
    </>
  );
}
