import { ExternalLink } from "lucide-react";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The line that a shop copies into its pages. */
export function ChatInstallCard({ publicKey, endpoint, demoShopUrl }: { publicKey: string; endpoint: string; demoShopUrl: string }) {
  const { t } = useTranslation("visitors");
  const snippet = `<script async src="${endpoint}/sdk/entrepot-chat.js" data-site="${publicKey}"></script>`;
  return (
    <Card>
      <CardHeader title={t("install.title")} description={t("install.text")} />
      <CardBody className="grid gap-2">
        <pre
          aria-label={t("install.code")}
          className="rounded border border-line bg-sunken p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap [font-variant-ligatures:none] select-all"
        >
          {snippet}
        </pre>
        <CopyButton value={snippet} label={t("install.copy")} size="sm" className="justify-self-start" />
      </CardBody>
      {demoShopUrl === "" ? null : (
        <CardFooter className="justify-start">
          <a
            href={demoShopUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-2 font-semibold text-accent underline underline-offset-4"
          >
            {t("install.demo")}
            <ExternalLink aria-hidden className="size-4" />
          </a>
        </CardFooter>
      )}
    </Card>
  );
}
