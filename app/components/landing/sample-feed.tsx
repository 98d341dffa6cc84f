import { useTranslation } from "#app/i18n/use-translation.ts";
import { FeedList } from "#app/components/console/feed-list.tsx";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import type { Feed } from "#app/domain/audit/feed-entry.ts";

const minuteMs = 60_000;
const noneFresh: ReadonlySet<string> = new Set();

/** The people and events of the demo workspace, as its feed would show them. */
const samples: readonly { minutesAgo: number; actor: string; action: AuditAction; subject: string; kind?: "apiKey" }[] = [
  { minutesAgo: 2, actor: "Marina Alves", action: "member.role-changed", subject: "João Batista" },
  { minutesAgo: 9, actor: "Rafael Nogueira", action: "api-key.created", subject: "ERP" },
  { minutesAgo: 26, actor: "Helena Prado", action: "audit.exported", subject: "CSV" },
  { minutesAgo: 64, actor: "Cláudia Teixeira", action: "invitation.sent", subject: "otavio@demo.test" },
  { minutesAgo: 190, actor: "Marina Alves", action: "workspace.updated", subject: "Demo" },
];

function sampleEntries(nowMs: number): Feed[] {
  return samples.map(({ minutesAgo, actor, action, subject, kind = "user" }, index) => ({
    id: String(index),
    at: nowMs - minutesAgo * minuteMs,
    actor: { kind, id: actor, label: actor },
    action,
    subject: { type: action, id: subject, label: subject },
  }));
}

/** A page of the ledger: the same list the console shows, so the picture cannot drift from the product. */
export function SampleFeed({ nowMs }: { nowMs: number }) {
  const { t } = useTranslation("landing");
  return (
    <figure className="min-w-0">
      <div className="rounded border border-line bg-raised shadow-lift">
        <h2 className="ledger-rule mx-5 py-3.5 text-base font-semibold">{t("hero.feedTitle")}</h2>
        <div className="px-5 pb-2">
          <PageClock nowMs={nowMs} timeZone="UTC">
            <FeedList entries={sampleEntries(nowMs)} freshIds={noneFresh} />
          </PageClock>
        </div>
      </div>
      <figcaption className="mt-3 text-faint">{t("hero.feedNote")}</figcaption>
    </figure>
  );
}
