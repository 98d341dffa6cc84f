import { useKnownText } from "#app/components/agents/use-known-text.ts";

/** What a complaint is about: an aspect in the reader's language, or the buyers' own words. */
export function useGapWords(): (gap: { topic: string; label: string | null }) => string {
  const known = useKnownText();
  return ({ topic, label }) => label ?? known("agents", `topics.${topic}`) ?? topic;
}
