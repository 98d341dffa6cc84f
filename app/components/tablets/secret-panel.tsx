import { useEffect, useRef } from "react";
import { BadgeLabel } from "#app/components/labels/badge-label.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { pairingLink } from "#app/domain/floor/pairing-link.ts";
import { writeOwnCode } from "#app/domain/warehouse/barcodes/own-code.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Bars } from "./bars.tsx";
import { Qr } from "./qr.tsx";

type PairingProps = { name: string; code: string; expiresAt: number; publicUrl: string; onDone: () => void };

/** The code of a new tablet, in words and bars, for as long as this page stays. */
export function PairingPanel({ name, code, expiresAt, publicUrl, onDone }: PairingProps) {
  const { t } = useTranslation("tablets");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const address = `${publicUrl}/floor`;
  return (
    <Card className="border-accent">
      <CardHeader title={t("pairTitle", { name })} description={t("pairText")} />
      <CardBody className="grid gap-5 outline-none sm:grid-cols-[auto_minmax(0,1fr)]" ref={panel} tabIndex={-1}>
        <Qr text={pairingLink(publicUrl, code)} label={t("codeQr")} />
        <div className="grid content-start gap-4">
          <p className="text-muted">{t("pairByHand")}</p>
          <p className="flex flex-wrap items-center gap-3">
            <code className="font-mono text-base break-all">{address}</code>
            <CopyButton value={address} label={t("copyAddress")} />
          </p>
          <p className="font-mono text-2xl tracking-widest select-all">{`${code.slice(0, 5)}-${code.slice(5)}`}</p>
          <Bars text={writeOwnCode("device", code) ?? code} label={t("codeBars")} />
        </div>
        <p className="text-muted sm:col-span-2">
          {t("pairUntil", { time: formatDateTime(expiresAt, { locale, timeZone, style: "time" }) })}
        </p>
      </CardBody>
      <CardFooter>
        <Button onClick={onDone}>{t("done")}</Button>
      </CardFooter>
    </Card>
  );
}

/** The secret is in the bars alone: a badge that says it in words could be copied by whoever reads it. */
export function BadgePanel({ name, badge, onDone }: { name: string; badge: string; onDone: () => void }) {
  const { t } = useTranslation("tablets");
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <Card className="border-accent">
      <CardHeader title={t("badgeTitle", { name })} description={t("badgeText")} />
      <CardBody className="grid gap-4 outline-none" ref={panel} tabIndex={-1}>
        <Bars text={writeOwnCode("badge", badge) ?? badge} label={t("badgeBars", { name })} />
      </CardBody>
      <CardFooter>
        <BadgeLabel name={name} secret={badge} />
        <Button onClick={onDone}>{t("done")}</Button>
      </CardFooter>
    </Card>
  );
}
