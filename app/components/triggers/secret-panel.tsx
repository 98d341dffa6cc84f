import { useEffect, useRef, type ReactNode } from "react";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What webhooks are signed with, this once. */
export function SecretPanel({ secret, action }: { secret: string; action: ReactNode }) {
  const { t } = useTranslation("triggers");
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <Card className="border-accent">
      <CardHeader title={t("secret.label")} />
      <CardBody className="grid gap-4 outline-none" ref={panel} tabIndex={-1}>
        <InlineAlert tone="watch" title={t("secret.title")}>
          {t("secret.text")}
        </InlineAlert>
        <div className="flex flex-wrap items-start gap-3">
          <code className="min-w-0 grow basis-64 rounded border border-line bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
            {secret}
          </code>
          <CopyButton value={secret} label={t("secret.copy")} variant="primary" />
        </div>
      </CardBody>
      <CardFooter>{action}</CardFooter>
    </Card>
  );
}
