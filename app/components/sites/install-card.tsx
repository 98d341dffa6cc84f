import { useSearchParams } from "react-router";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { installWays, isInstallWay, markup, snippetOf } from "./snippets.ts";

/** How to build a site's key into a shop. Which way is shown stands in the address, so that it can be sent to whoever builds it in. */
export function InstallCard({ publicKey, endpoint, kind }: { publicKey: string; endpoint: string; kind: "web" | "app" }) {
  const { t } = useTranslation("sites");
  const [query] = useSearchParams();
  const asked = query.get("with");
  const way = isInstallWay(asked) ? asked : kind === "web" ? "script" : "native";
  const tabs = installWays.map((one) => ({ to: `?with=${one}`, label: t(`install.tabs.${one}`), current: one === way }));
  return (
    <Card>
      <CardHeader title={t("install.title")} description={t("install.text")} />
      <CardBody className="grid gap-4">
        <LinkTabs label={t("install.ways")} tabs={tabs} />
        <p className="text-muted">{t(`install.${way}`)}</p>
        <Code text={snippetOf(way, { publicKey, endpoint })} label={t("install.code")} copy={t("install.copy")} />
        {kind === "web" ? (
          <>
            <p className="text-sm text-muted">{t("install.banner")}</p>
            <details className="group">
              <summary className="cursor-pointer font-semibold">{t("install.marks")}</summary>
              <div className="grid gap-3 pt-3">
                <p className="text-muted">{t("install.marksText")}</p>
                <Code text={markup} label={t("install.marks")} copy={t("install.copy")} />
              </div>
            </details>
          </>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Code({ text, label, copy }: { text: string; label: string; copy: string }) {
  return (
    <div className="grid gap-2">
      <pre
        aria-label={label}
        className="rounded border border-line bg-sunken p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap [font-variant-ligatures:none] select-all"
      >
        {text}
      </pre>
      <CopyButton value={text} label={copy} size="sm" className="justify-self-start" />
    </div>
  );
}
