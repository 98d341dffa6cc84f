import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { failSession } from "#app/domain/interactions/fail-session.server.ts";
import { indexInteraction } from "#app/domain/interactions/index-interaction.server.ts";
import { linkSeenProducts } from "#app/domain/interactions/link-products.server.ts";
import { describeVisit, readVisit } from "#app/domain/interactions/process-session.server.ts";
import { storeInteraction } from "#app/domain/interactions/store-interaction.server.ts";
import { contextForMessage, createDeps } from "../context.server.ts";
import type { VisitParams } from "./process-visit.server.ts";

const retries = { retries: { limit: 4, delay: "2 seconds", backoff: "exponential" } } as const;

/** Makes an interaction of an ended visit. Each step is repeated by itself, and what a step has done it does not do twice. */
export class ProcessInteractionWorkflow extends WorkflowEntrypoint<Env, VisitParams> {
  override async run(event: WorkflowEvent<VisitParams>, step: WorkflowStep): Promise<void> {
    const { sessionId, workspaceId } = event.payload;
    const ctx = () => contextForMessage(createDeps(this.env, this.ctx), { key: sessionId, workspaceId });
    try {
      const visit = await step.do("read", retries, () => readVisit(ctx(), { sessionId }));
      if (visit === null) return;
      const products = await step.do("link products", retries, () => linkSeenProducts(ctx(), visit.features.products));
      const described = await step.do("describe", retries, () => describeVisit(ctx(), { sessionId, products }));
      const { moments, pages } = visit;
      await step.do("index", retries, () => indexInteraction(ctx(), { sessionId, products, described }));
      await step.do("store", retries, () => storeInteraction(ctx(), { sessionId, products, moments, pages, described }));
    } catch (error) {
      await step.do("fail", retries, () => failSession(ctx(), { sessionId, problem: String(error) }));
      // An instance that ended well is not begun anew when its letter is sent again.
      throw error;
    }
  }
}
