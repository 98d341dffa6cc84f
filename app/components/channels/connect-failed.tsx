import { useTranslation } from "#app/i18n/use-translation.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";

/** A connection that came to nothing: why, and the way back. */
export function ConnectFailed({ error }: { error: string }) {
  const { t } = useTranslation("channels");
  return (
    <>
      <PageHeader title={t("title")} />
      <Card>
        <CardBody className="grid justify-items-start gap-4">
          <InlineAlert tone="wrong" title={t("connect.failed")} className="w-full">
            {error} {t("connect.failedText")}
          </InlineAlert>
          <LinkButton to="/channels" variant="primary">
            {t("connect.back")}
          </LinkButton>
        </CardBody>
      </Card>
    </>
  );
}
