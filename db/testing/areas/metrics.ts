import { answerQuery } from "#app/domain/metrics/answer-query.server.ts";
import { askQuestion } from "#app/domain/metrics/ask-question.server.ts";
import { explainChange } from "#app/domain/metrics/explain-change.server.ts";
import { findEntity } from "#app/domain/metrics/find-entity.server.ts";
import { listMetrics } from "#app/domain/metrics/list-metrics.server.ts";
import { queryMetrics } from "#app/domain/metrics/query-metrics.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const fields = { metric: "choice", by: "optionalList", where: "optionalList", compare: "optionalChoice", limit: "optionalNumber" } as const;

const ofChannel = (id: string) => ({ type: "metric", metric: "gmv", by: ["channel"], where: [{ dimension: "channel", values: [id] }] });

export const metricsVerbs: AreaVerbs = {
  verbs: {
    listMetrics: { run: listMetrics, needs: "chat:read" },
    queryMetrics: {
      run: queryMetrics,
      needs: "selling:read",
      input: () => ({ metric: "gmv", by: ["channel"], compare: "previous" }),
      fields,
      foreign: ({ shop }) => ({ metric: "gmv", by: ["channel"], where: [{ dimension: "channel", values: [shop.channelId] }] }),
    },
    explainChange: {
      run: explainChange,
      needs: "selling:read",
      input: () => ({ metric: "gmv" }),
      fields,
      foreign: ({ shop }) => ({ metric: "gmv", where: [{ dimension: "product", values: [shop.productId] }] }),
    },
    findEntity: {
      run: findEntity,
      needs: "chat:read",
      input: () => ({ text: "Chaleira" }),
      fields: { text: "text", dimensions: "optionalList" },
      foreign: ({ people }) => ({ text: people.owner.email }),
    },
    askQuestion: {
      run: askQuestion,
      needs: "chat:read",
      input: () => ({ question: "GMV by channel last month", locale: "en" }),
      // A question that is too long is answered by saying so, and is no bad value.
      fields: { locale: "optionalChoice" },
      foreign: ({ shop }) => ({ question: "by day?", previous: ofChannel(shop.channelId) }),
    },
    answerQuery: {
      run: answerQuery,
      needs: "chat:read",
      input: () => ({ query: { type: "metric", metric: "gmv", by: ["channel"] } }),
      fields: { locale: "optionalChoice" },
      foreign: ({ shop }) => ({ query: ofChannel(shop.channelId) }),
    },
  },
  helpers: ["answerPlan", "refused", "openQuery", "countGroups", "countPeople", "isOfPeople", "nameValues", "soldBetween"],
  systemWork: [],
};
