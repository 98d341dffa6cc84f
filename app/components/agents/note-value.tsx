import type { RememberedName } from "#app/domain/agents/name-remembered.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FactTable } from "./fact-table.tsx";
import { useKnownText } from "./use-known-text.ts";

export type RememberedNames = Readonly<Record<string, RememberedName>>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was noted, whatever its shape: entries by what they are about, and figures by name. */
export function NoteValue({ value, names }: { value: unknown; names: RememberedNames }) {
  const { t } = useTranslation("automation");
  const known = useKnownText();
  if (!isRecord(value)) return <code className="break-all">{JSON.stringify(value)}</code>;
  const nameOf = (name: string) => {
    const found = names[name];
    if (found === undefined) return known("automation", `factNames.${name}`) ?? name;
    return found.topic === undefined ? found.label : `${known("agents", `topics.${found.topic}`) ?? found.topic} · ${found.label}`;
  };
  const entries = Object.entries(value);
  if (entries.length === 0) return <p className="text-muted">{t("memory.empty")}</p>;
  const deep = entries.filter(([, inner]) => isRecord(inner));
  const flat = entries.flatMap(([name, inner]) => (typeof inner === "number" || typeof inner === "string" ? [[name, inner] as const] : []));
  return (
    <div className="grid gap-3">
      {flat.length === 0 ? null : <FactTable facts={Object.fromEntries(flat)} />}
      {deep.map(([name, inner]) => (
        <div key={name} className="grid gap-1 border-l-2 border-line pl-4">
          <p className="font-semibold break-words">{nameOf(name)}</p>
          <NoteValue value={inner} names={names} />
        </div>
      ))}
    </div>
  );
}
