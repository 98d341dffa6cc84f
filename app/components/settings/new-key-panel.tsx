import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";

type NewKeyPanelProps = { apiKey: string; name: string; publicUrl: string; onDone: () => void };

export function NewKeyPanel({ apiKey, name, publicUrl, onDone }: NewKeyPanelProps) {
  const { t } = useTranslation("settings");
  const isHydrated = useHydrated();
  const panel = useRef<HTMLDivElement>(null);
  const command = `curl -H "Authorization: Bearer ${apiKey}" ${publicUrl}/api/v1/me`;
  useEffect(() => panel.current?.focus(), []);
  return (
    <Card className="border-accent">
      <CardHeader title={name} description={t("keys.newKey")} />
      <CardBody className="grid gap-5 outline-none" ref={panel} tabIndex={-1}>
        <InlineAlert tone="watch" title={t("keys.newTitle")}>
          {t("keys.newText")}
        </InlineAlert>
        <Secret label={t("keys.key")} text={apiKey} copyLabel={t("keys.copyKey")} isMain />
        <Secret label={t("keys.tryIt")} text={command} copyLabel={t("keys.copyCommand")} />
      </CardBody>
      {isHydrated ? (
        <CardFooter>
          <Button onClick={onDone}>{t("keys.done")}</Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}

function Secret({ label, text, copyLabel, isMain = false }: { label: string; text: string; copyLabel: string; isMain?: boolean }) {
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">{label}</p>
      <div className="flex flex-wrap items-start gap-3">
        <code className="min-w-0 grow basis-64 rounded border border-line bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
          {text}
        </code>
        <CopyButton value={text} label={copyLabel} variant={isMain ? "primary" : "secondary"} />
      </div>
    </div>
  );
}
