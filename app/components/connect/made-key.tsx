import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { CopyRow } from "./copy-row.tsx";

type MadeKeyProps = { apiKey: string; name: string; onDone: () => void };

/** A key is shown once, and to nobody again. */
export function MadeKey({ apiKey, name, onDone }: MadeKeyProps) {
  const { t } = useTranslation(["connect", "settings"]);
  const isHydrated = useHydrated();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <Card className="border-accent">
      <CardHeader title={t("key.made", { name })} description={t("key.next")} />
      <CardBody className="grid gap-5 outline-none" ref={panel} tabIndex={-1}>
        <InlineAlert tone="watch" title={t("keys.newTitle", { ns: "settings" })}>
          {t("keys.newText", { ns: "settings" })}
        </InlineAlert>
        <CopyRow label={t("keys.key", { ns: "settings" })} text={apiKey} copyLabel={t("keys.copyKey", { ns: "settings" })} isMain />
      </CardBody>
      {isHydrated ? (
        <CardFooter>
          <Button onClick={onDone}>{t("keys.done", { ns: "settings" })}</Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}
