import type { TextVectors } from "#app/domain/meaning/ports.ts";
import { GatewayError } from "./errors.ts";
import { createGateway } from "./gateway.ts";
import type { Answered, House } from "./house.ts";
import { untraced } from "./untraced.ts";

const prompt = { name: "text-vectors", version: 1 };

/** Texts as vectors, by the model of a workspace that makes some. What a provider or a budget does ends in rules, never in an error. */
export function createTextVectors(house: House): TextVectors {
  return {
    async embed(asker, texts) {
      if (!(await hasEmbeddings(house, asker.workspaceId))) return undefined;
      let answered: Answered | undefined;
      const onAnswered = (by: Answered) => {
        answered = by;
      };
      const model = createGateway(house, { asker, prompt, answerKey: null, onAnswered }).embeddingModel("search");
      try {
        const { embedMany } = await import("ai");
        const { embeddings } = await embedMany({ model, values: [...texts], maxRetries: 0, ...untraced });
        return answered === undefined ? undefined : { model: `${answered.provider} ${answered.model}`, vectors: embeddings };
      } catch (error) {
        if (!(error instanceof GatewayError)) house.logger.error({ event: "unexpected.error", where: "text-vectors", error });
        return undefined;
      }
    },
  };
}

/** Most workspaces have none: they are not asked for a budget, and nothing is booked as not answered. */
async function hasEmbeddings({ catalogs, loadCatalog }: House, workspaceId: string): Promise<boolean> {
  if (catalogs.of(workspaceId).readAtMs === 0) await catalogs.read(workspaceId, 0, () => loadCatalog(workspaceId));
  return catalogs.of(workspaceId).catalog.providers.some(({ embeddingModels }) => embeddingModels.length > 0);
}
