import { Lightbulb, Pin, RotateCcw, Zap } from "lucide-react";
import { useId, useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import type { FoundPattern } from "#app/domain/patterns/pattern-row.ts";
import { labelOf } from "#app/domain/patterns/policy.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type DismissReason, dismissReasons } from "./dismiss-reasons.ts";

type ActsProps = {
  pattern: FoundPattern;
  what: string;
  mayWrite: boolean;
  mayTrigger: boolean;
  mayAdvise: boolean;
  deciding: FetcherWithComponents<unknown>;
};

export function PatternActs({ pattern, what, mayWrite, mayTrigger, mayAdvise, deciding }: ActsProps) {
  const { t } = useTranslation("patterns");
  const { id, kind, state, period } = pattern;
  const sent = deciding.formData?.get("id") === id ? deciding.formData.get("state") : undefined;
  const isOpen = state === "open";
  const act = isOpen ? t("acts.pin") : state === "pinned" ? t("acts.unpin") : t("acts.restore");
  const next = isOpen ? "pinned" : "open";
  const wanted = new URLSearchParams({ event: "pattern-found", kind, subject: labelOf(pattern), period });
  return (
    <div className="flex flex-wrap gap-2">
      {mayWrite ? (
        <deciding.Form method="post">
          <input type="hidden" name="id" value={id} />
          <Button
            type="submit"
            name="state"
            value={next}
            size="sm"
            loading={sent === next}
            icon={isOpen ? <Pin aria-hidden /> : <RotateCcw aria-hidden />}
            aria-label={t("acts.actOf", { act, what })}
          >
            {act}
          </Button>
        </deciding.Form>
      ) : null}
      {mayWrite && isOpen ? <Dismiss id={id} what={what} deciding={deciding} /> : null}
      {mayAdvise && state !== "dismissed" ? (
        <deciding.Form method="post">
          <input type="hidden" name="id" value={id} />
          <Button
            type="submit"
            name="state"
            value="advised"
            size="sm"
            variant="ghost"
            loading={sent === "advised"}
            icon={<Lightbulb aria-hidden />}
            aria-label={t("acts.actOf", { act: t("acts.advise"), what })}
          >
            {t("acts.advise")}
          </Button>
        </deciding.Form>
      ) : null}
      {mayTrigger && state !== "dismissed" ? (
        <LinkButton
          to={`/triggers/new?${wanted}`}
          size="sm"
          variant="ghost"
          icon={<Zap aria-hidden />}
          aria-label={t("acts.actOf", { act: t("acts.trigger"), what })}
        >
          {t("acts.trigger")}
        </LinkButton>
      ) : null}
    </div>
  );
}

/** Asks why: the reason is kept and shown where the pattern can be taken up again. */
function Dismiss({ id, what, deciding }: Pick<ActsProps, "what" | "deciding"> & { id: string }) {
  const { t } = useTranslation("patterns");
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<DismissReason>("known");
  return (
    <Popover
      label={t("acts.whyDismiss")}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" variant="ghost" aria-label={t("acts.actOf", { act: t("acts.dismiss"), what })}>
          {t("acts.dismiss")}
        </Button>
      }
    >
      <deciding.Form method="post" id={formId} className="grid gap-4" onSubmit={() => setIsOpen(false)}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="state" value="dismissed" />
        <RadioGroup
          name="reason"
          label={t("acts.whyDismiss")}
          value={reason}
          onValueChange={(value) => setReason(dismissReasons.find((known) => known === value) ?? "known")}
          options={dismissReasons.map((value) => ({ value, label: t(`dismissReasons.${value}`) }))}
        />
        <Button type="submit" size="sm">
          {t("acts.confirmDismiss")}
        </Button>
      </deciding.Form>
    </Popover>
  );
}
