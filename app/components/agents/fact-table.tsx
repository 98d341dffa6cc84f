import type { Facts } from "#app/domain/agents/outcome.ts";
import { useFactWords } from "./use-fact-words.ts";

/** Figures by name, in columns that wrap on phones. */
export function FactTable({ facts }: { facts: Facts }) {
  const { named, show } = useFactWords();
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name} className="flex min-w-0 items-baseline gap-2">
          <dt className="text-muted">{named(name)}</dt>
          <dd className="min-w-0 font-semibold break-words tabular-nums">{show(name, value, facts["currency"])}</dd>
        </div>
      ))}
    </dl>
  );
}
