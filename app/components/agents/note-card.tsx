import { Link } from "react-router";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { MemoryRow } from "#app/domain/agents/list-memory.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NoteValue, type RememberedNames } from "./note-value.tsx";
import { useAgentWords } from "./use-agent-words.ts";

type NoteCardProps = { noteKey: string; versions: readonly MemoryRow[]; names: RememberedNames };

/** What agents remember under one name: the latest version, and those before it on demand. */
export function NoteCard({ noteKey, versions, names }: NoteCardProps) {
  const { t } = useTranslation("automation");
  const { noteOf } = useAgentWords();
  const [latest, ...earlier] = versions;
  if (latest === undefined) return null;
  return (
    <Card>
      <CardHeader title={noteOf(noteKey)} action={<code className="text-sm text-muted">{noteKey}</code>} />
      <CardBody className="grid gap-4">
        <Version note={latest} names={names} isLatest />
        {earlier.length === 0 ? null : (
          <details>
            <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
              {t("memory.earlier", { count: earlier.length })}
            </summary>
            <ol className="mt-3 grid gap-5">
              {earlier.map((note) => (
                <li key={note.id}>
                  <Version note={note} names={names} isLatest={false} />
                </li>
              ))}
            </ol>
          </details>
        )}
      </CardBody>
    </Card>
  );
}

function Version({ note, names, isLatest }: { note: MemoryRow; names: NoteCardProps["names"]; isLatest: boolean }) {
  const { t } = useTranslation("automation");
  const { nameOf, noteOf } = useAgentWords();
  const { version, writtenBy, writtenAt, runId } = note;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="font-semibold">{t("memory.version", { version })}</strong>
        {isLatest ? <Badge>{t("memory.latest")}</Badge> : null}
        <span className="text-muted">
          {t("memory.writtenBy", { agent: nameOf(writtenBy) })}, <RelativeTime ms={writtenAt} />
        </span>
        <Link
          to={`/agents/runs/${runId}`}
          className="text-accent underline decoration-1 underline-offset-4"
          aria-label={t("memory.toRunLabel", { version, note: noteOf(note.key) })}
        >
          {t("memory.toRun")}
        </Link>
      </p>
      <NoteValue value={note.value} names={names} />
    </div>
  );
}
