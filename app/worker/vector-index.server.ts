import type { TextKind, VectorIndex, VectorPlace } from "#app/domain/meaning/ports.ts";
import { chunks } from "#app/platform/chunks.ts";
import { normalise } from "#app/domain/meaning/vectors.ts";

type Index = Pick<VectorizeIndex, "upsert" | "query" | "deleteByIds">;
/** Bound outside local only. */
type Places = { VECTORS_INTERACTIONS?: Index; VECTORS_PRODUCTS?: Index; VECTORS_ORGANIZATION?: Index };

/** As the indexes were created. Shorter vectors are filled with nothing, longer ones cut: both keep what is near near. */
const dimensions = 768;
const idsAtOnce = 500;
const mostMatches = 100;

/** The platform's index of vectors behind the port of the domain; undefined where there is none. */
export function createVectorIndex(places: Places): VectorIndex | undefined {
  const { VECTORS_INTERACTIONS: interaction, VECTORS_PRODUCTS: product, VECTORS_ORGANIZATION: organisation } = places;
  if (interaction === undefined || product === undefined || organisation === undefined) return undefined;
  const indexOf: Record<TextKind, Index> = { interaction, product, organisation };
  return {
    async put(place, texts) {
      const vectors = texts.map(({ subjectId, vector }) => ({
        id: idOf(place, subjectId),
        namespace: place.workspaceId,
        values: fitted(vector),
        metadata: { subjectId, model: place.model },
      }));
      for (const part of chunks(vectors, idsAtOnce)) await indexOf[place.kind].upsert(part);
    },
    async nearest(place, vector, limit) {
      const { matches } = await indexOf[place.kind].query(fitted(vector), {
        namespace: place.workspaceId,
        topK: Math.min(limit, mostMatches),
        returnMetadata: "all",
      });
      return matches.flatMap(({ metadata, score }) => {
        const subjectId = metadata?.["subjectId"];
        return typeof subjectId === "string" && metadata?.["model"] === place.model ? [{ subjectId, similarity: score }] : [];
      });
    },
    async remove(place, subjectIds) {
      const ids = subjectIds.map((subjectId) => idOf(place, subjectId));
      for (const part of chunks(ids, idsAtOnce)) await indexOf[place.kind].deleteByIds(part);
    },
  };
}

/** One vector a text: that of a new model takes the place of the old one. */
function idOf({ workspaceId }: Pick<VectorPlace, "workspaceId">, subjectId: string): string {
  return `${workspaceId}:${subjectId}`.slice(0, 64);
}

function fitted(vector: readonly number[]): number[] {
  return normalise(Array.from({ length: dimensions }, (_, place) => vector[place] ?? 0));
}
