import { useEffect } from "react";
import { data, Link, useRevalidator } from "react-router";
import { Wordmark } from "#app/components/shell/wordmark.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { type LocalMail, readLocalMailbox } from "#app/integrations/mail/local-mailbox.server.ts";
import { depsContext } from "#app/middleware/contexts.ts";
import { outboundHttp } from "#app/worker/outbound-http.server.ts";
import type { Route } from "./+types/mailbox.ts";
import { MailView } from "./mailbox/mail-view.tsx";

const refreshMs = 3_000;

export const meta: Route.MetaFunction = () => [{ title: "Mailbox · Entrepot" }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { config, logger, clock } = context.get(depsContext);
  if (config.environment !== "local") throw data({ code: "not_found" }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const mails = await readLocalMailbox(config.mail.baseUrl, outboundHttp(logger));
  const view: "text" | "html" = searchParams.get("as") === "html" ? "html" : "text";
  return { nowMs: clock.now(), mails, openId: searchParams.get("mail"), view };
}

/** Everything the local app would have mailed, whoever it was for. */
export default function Mailbox({ loaderData: { nowMs, mails, openId, view } }: Route.ComponentProps) {
  useRefresh();
  const open = mails?.find((mail) => mail.id === openId) ?? mails?.[0];
  return (
    <PageClock nowMs={nowMs} timeZone="UTC">
      <main id="content" className="mx-auto grid max-w-6xl gap-6 px-4 py-6 sm:px-6">
        <Link to="/" className="justify-self-start rounded-sm">
          <Wordmark className="h-7" />
        </Link>
        <PageHeader title="Mailbox" state="Mails that never leave this machine. New ones appear by themselves." />
        {mails === undefined ? (
          <InlineAlert tone="wrong" title="The simulators do not answer">
            Mails are kept there. Start everything again with npm run dev.
          </InlineAlert>
        ) : null}
        {open && mails ? (
          <div className="grid rounded border border-line bg-raised grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(16rem,22rem)_minmax(0,1fr)]">
            <MailList mails={mails} openId={open.id} />
            <MailView mail={open} view={view} />
          </div>
        ) : null}
        {mails?.length === 0 ? (
          <EmptyState title="No mail yet">Sign up, invite somebody or ask for a new password, and the mail arrives here.</EmptyState>
        ) : null}
      </main>
    </PageClock>
  );
}

function MailList({ mails, openId }: { mails: LocalMail[]; openId: string }) {
  return (
    <nav aria-label="Mails" className="border-line max-md:max-h-64 max-md:overflow-y-auto max-md:border-b md:border-r">
      <ul className="divide-y divide-line">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              to={{ search: `?${new URLSearchParams({ mail: mail.id })}` }}
              preventScrollReset
              aria-current={mail.id === openId ? "true" : undefined}
              className="grid gap-0.5 px-4 py-3 hover:bg-sunken aria-[current=true]:bg-sunken"
            >
              <span className="truncate font-semibold">{mail.subject}</span>
              <span className="flex justify-between gap-3 text-sm text-muted">
                <span className="truncate">{mail.to.join(", ")}</span>
                <RelativeTime ms={Date.parse(mail.at)} className="shrink-0" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useRefresh(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void revalidate();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [revalidate]);
}
