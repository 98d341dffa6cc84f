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
      {channel.state === "disconnected" ? <EraseKept channel={channel} /> : <Disconnect channel={channel} />}
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

function Disconnect({ channel }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const [asked, setAsked] = useState<"keep" | "erase">();
  const { name } = channel;
  return (
    <>
      <Button variant="ghost" onClick={() => setAsked("keep")}>
        {t("actions.disconnect")}
      </Button>
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => setAsked(open ? "keep" : undefined)}
        title={t("disconnectDialog.title", { name })}
        description={
          <div className="grid gap-3">
            <p>{t("disconnectDialog.text")}</p>
            <fieldset className="grid gap-2">
              <legend className="sr-only">{t("disconnectDialog.text")}</legend>
              {(["keep", "erase"] as const).map((data) => (
                <label
                  key={data}
                  htmlFor={`data-${data}`}
                  aria-label={t(`disconnectDialog.${data}`)}
                  className="flex items-start gap-2.5 rounded border border-line p-3 text-ink"
                >
                  <input
                    id={`data-${data}`}
                    type="radio"
                    name="data-choice"
                    checked={asked === data}
                    onChange={() => setAsked(data)}
                    className="mt-1 accent-accent"
                  />
                  <span>
                    <span className="font-semibold">{t(`disconnectDialog.${data}`)}</span>
                    <span className="block text-sm text-muted">{t(`disconnectDialog.${data}Text`)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          </div>
        }
        confirmLabel={t(`disconnectDialog.${asked ?? "keep"}`)}
        destructive
        form={{ fields: { intent: "disconnected", data: asked ?? "keep" } }}
        {...(asked === "erase" ? { typedName: name } : {})}
      />
    </>
  );
}

/** The connection has ended; only its data is left to decide about. */
function EraseKept({ channel: { name } }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setAsked(true)}>
        {t("actions.erase")}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("eraseDialog.title", { name })}
        description={t("disconnectDialog.eraseText")}
        confirmLabel={t("actions.erase")}
        destructive
        form={{ fields: { intent: "disconnected", data: "erase" } }}
        typedName={name}
      />
    </>
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
