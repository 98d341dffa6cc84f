import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ChannelSummary } from "#app/domain/channels/list-channels.server.ts";
import { type ConnectAnswer, useLeaveFor } from "./connect-card.tsx";

type Answer = { ok: true; intent: string } | { ok: false; error: string };

/** What one can do with a connection in its present state. */
export function ChannelActions({ channel }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const acting = useFetcher<Answer>();
  useAnswer(acting, (answer) => {
    if (answer.ok) toast.ok(t(`done.${answer.intent as "sync"}`));
    else toast.wrong(answer.error);
  });
  const isActive = channel.state === "active";
  const isPaused = channel.state === "paused";
  const isBusy = acting.state !== "idle";
  const intent = acting.formData?.get("intent");
  const post = (name: string, label: string, variant: "primary" | "secondary" = "secondary") => (
    <acting.Form method="post">
      <input type="hidden" name="intent" value={name} />
      <Button type="submit" variant={variant} loading={isBusy && intent === name}>
        {label}
      </Button>
    </acting.Form>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {isActive ? post("recent", t("actions.syncRecent"), "primary") : null}
      {isActive ? post("sync", t("actions.sync")) : null}
      {channel.state === "attention" || isActive ? <AuthoriseAgain channel={channel} /> : null}
      {isActive ? post("paused", t("actions.pause")) : null}
      {isPaused ? post("resumed", t("actions.resume"), "primary") : null}
      {channel.erasingAt === null ? <Disconnect channel={channel} /> : null}
    </div>
  );
}

function AuthoriseAgain({ channel }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const fetcher = useFetcher<NonNullable<ConnectAnswer>>();
  useLeaveFor(fetcher.data?.ok === true ? fetcher.data.url : undefined);
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
  });
  return (
    <fetcher.Form method="post" action="/channels">
      <input type="hidden" name="vendor" value={channel.vendor} />
      <input type="hidden" name="channelId" value={channel.id} />
      <Button type="submit" variant={channel.state === "attention" ? "primary" : "secondary"} loading={fetcher.state !== "idle"}>
        {t("actions.authorise")}
      </Button>
    </fetcher.Form>
  );
}

type Question = { data: "keep" | "erase"; mayKeep: boolean };

/** Ends a connection, or decides about the data of one that has ended: that state may arrive while the answer is on its way. */
function Disconnect({ channel }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const [question, setQuestion] = useState<Question>();
  const { name } = channel;
  const isGone = channel.state === "disconnected";
  const { data, mayKeep } = question ?? { data: "keep", mayKeep: true };
  return (
    <>
      <Button variant="ghost" onClick={() => setQuestion(isGone ? { data: "erase", mayKeep: false } : { data: "keep", mayKeep: true })}>
        {t(isGone ? "actions.erase" : "actions.disconnect")}
      </Button>
      <ConfirmDialog
        open={question !== undefined}
        onOpenChange={(open) => {
          if (!open) setQuestion(undefined);
        }}
        title={mayKeep ? t("disconnectDialog.title", { name }) : t("eraseDialog.title", { name })}
        description={
          mayKeep ? <DataChoice data={data} choose={(chosen) => setQuestion({ data: chosen, mayKeep })} /> : t("disconnectDialog.eraseText")
        }
        confirmLabel={mayKeep ? t(`disconnectDialog.${data}`) : t("actions.erase")}
        destructive
        form={{ fields: { intent: "disconnected", data } }}
        {...(data === "erase" ? { typedName: name } : {})}
      />
    </>
  );
}

function DataChoice({ data, choose }: { data: Question["data"]; choose: (data: Question["data"]) => void }) {
  const { t } = useTranslation("channels");
  return (
    <div className="grid gap-3">
      <p>{t("disconnectDialog.text")}</p>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{t("disconnectDialog.text")}</legend>
        {(["keep", "erase"] as const).map((one) => (
          <label
            key={one}
            htmlFor={`data-${one}`}
            aria-label={t(`disconnectDialog.${one}`)}
            className="flex items-start gap-2.5 rounded border border-line p-3 text-ink"
          >
            <input
              id={`data-${one}`}
              type="radio"
              name="data-choice"
              checked={data === one}
              onChange={() => choose(one)}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="font-semibold">{t(`disconnectDialog.${one}`)}</span>
              <span className="block text-sm text-muted">{t(`disconnectDialog.${one}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** For the one listing or order that looks different at the marketplace. */
export function ResyncOneForm() {
  const { t } = useTranslation("channels");
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("done.resync"));
  });
  const error = fetcher.data?.ok === false ? fetcher.data.error : undefined;
  return (
    <fetcher.Form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="resync" />
      <Field label={t("one.about")}>
        <NativeSelect
          name="about"
          options={[
            { value: "order", label: t("one.order") },
            { value: "listing", label: t("one.listing") },
          ]}
        />
      </Field>
      <Field label={t("one.ref")} {...(error === undefined ? {} : { error })}>
        <Input name="ref" required maxLength={60} autoComplete="off" />
      </Field>
      <Button type="submit" loading={fetcher.state !== "idle"}>
        {t("actions.resync")}
      </Button>
    </fetcher.Form>
  );
}
