import type { ServiceContext } from "#app/domain/context.ts";
import { answerQuestion } from "#app/domain/service/answer-question.server.ts";
import { countOpenQuestions, listQuestions } from "#app/domain/service/list-questions.server.ts";
import { listReviews } from "#app/domain/service/list-reviews.server.ts";
import { listServiceChannels } from "#app/domain/service/list-service-channels.server.ts";
import { readQuestion } from "#app/domain/service/read-question.server.ts";
import { readReviewSummary } from "#app/domain/service/read-review-summary.server.ts";
import { withAnswers } from "../answering-door.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const shared = {
  search: "optionalText",
  channelId: "optionalText",
  listingRef: "optionalText",
  limit: "optionalNumber",
  cursor: "optionalText",
} as const;

const answer = (ctx: ServiceContext, input: never) => answerQuestion(withAnswers(ctx).ctx, input);

export const serviceVerbs: AreaVerbs = {
  verbs: {
    listServiceChannels: { run: listServiceChannels, needs: "service:read" },
    listQuestions: {
      run: listQuestions,
      needs: "service:read",
      fields: { ...shared, state: "optionalChoice", overdue: "optionalChoice", sort: "optionalChoice" },
      foreign: (other) => ({ channelId: other.shop.channelId }),
    },
    countOpenQuestions: { run: countOpenQuestions, needs: "service:read" },
    readQuestion: {
      run: readQuestion,
      needs: "service:read",
      input: (home) => ({ id: home.shop.questionId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.questionId }),
      foreignAnswer: "not_found",
    },
    listReviews: {
      run: listReviews,
      needs: "service:read",
      fields: { ...shared, rating: "optionalNumber", complaints: "optionalChoice" },
      foreign: (other) => ({ channelId: other.shop.channelId }),
    },
    readReviewSummary: { run: readReviewSummary, needs: "service:read" },
    answerQuestion: {
      run: answer,
      needs: "service:write",
      input: (home) => ({ id: home.shop.questionId, text: "Sim, é bivolt." }),
      fields: { id: "text", text: "text" },
      foreign: (other) => ({ id: other.shop.questionId, text: "Sim." }),
      foreignAnswer: "not_found",
    },
  },
  helpers: ["mentionedListings", "mentionKey", "questionCondition", "reviewCondition"],
  systemWork: ["storeQuestions", "storeReviews"],
};
