import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import type { LocalMail } from "#app/integrations/mail/local-mailbox.server.ts";

/** One mail: the text with its links to follow, or the page as a mail program shows it, locked into a sandbox. */
export function MailView({ mail, view }: { mail: LocalMail; view: "text" | "html" }) {
  const search = (as: string) => ({ search: `?${new URLSearchParams({ mail: mail.id, as })}` });
  return (
    <article aria-label={mail.subject} className="grid min-w-0 content-start gap-4 p-5">
      <header className="grid gap-1">
        <h2 className="text-lg font-semibold text-balance">{mail.subject}</h2>
        <p className="text-muted [overflow-wrap:anywhere]">
          {mail.from} → {mail.to.join(", ")} · <DateTime ms={Date.parse(mail.at)} />
        </p>
      </header>
      <LinkTabs
        label="View"
        tabs={[
          { label: "Text", to: search("text"), current: view === "text" },
          { label: "HTML", to: search("html"), current: view === "html" },
        ]}
      />
      {view === "text" ? <MailText text={mail.text} /> : <MailPage html={mail.html} />}
    </article>
  );
}

function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <p className="max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of a text never move
          <a key={index} href={part} className="text-accent underline">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

/** No scripts, no forms, no cookies: only its links leave the frame, into a tab of their own. */
function MailPage({ html }: { html: string }) {
  return (
    <iframe
      title="The mail as a mail program shows it"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace(/^(\s*<!doctype[^>]*>)?/i, '$1<base target="_blank">')}
      className="h-[60dvh] w-full rounded border border-line bg-white"
    />
  );
}
