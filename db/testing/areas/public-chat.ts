import { forgetPublicQuestions } from "#app/domain/public-chat/forget-public-questions.server.ts";
import { listPublicQuestions } from "#app/domain/public-chat/list-public-questions.server.ts";
import { readPublicChat } from "#app/domain/public-chat/read-public-chat.server.ts";
import { savePublicChat } from "#app/domain/public-chat/save-public-chat.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

type Home = { shop: { siteId: string } };
const ofSite = (home: Home) => ({ id: home.shop.siteId });
const settings = { isOn: true, version: 1, publicText: "Entregamos em todo o Brasil." };

/** What visitors of a site may ask. What visitors themselves send is tried where its tokens are. */
export const publicChatVerbs: AreaVerbs = {
  verbs: {
    readPublicChat: {
      run: readPublicChat,
      needs: "shoppers:read",
      fields: { id: "text" },
      input: ofSite,
      foreign: ofSite,
      foreignAnswer: "not_found",
    },
    savePublicChat: {
      run: savePublicChat,
      needs: "shoppers:write",
      input: (home) => ({ ...settings, ...ofSite(home) }),
      foreign: (other) => ({ ...settings, ...ofSite(other) }),
      foreignAnswer: "not_found",
      fields: {
        id: "text",
        isOn: "flag",
        greeting: "optionalText",
        publicText: "optionalText",
        showsPrices: "optionalBoolean",
        showsAvailability: "optionalBoolean",
        usesModel: "optionalBoolean",
        questionsPerDay: "optionalNumber",
        modelAnswersPerDay: "optionalNumber",
        keepDays: "optionalNumber",
        version: "number",
      },
    },
    listPublicQuestions: {
      run: listPublicQuestions,
      needs: "shoppers:read",
      fields: { id: "text", outcome: "optionalChoice", limit: "optionalNumber", cursor: "optionalText" },
      input: ofSite,
      foreign: ofSite,
      foreignAnswer: "not_found",
    },
    forgetPublicQuestions: {
      run: forgetPublicQuestions,
      needs: "shoppers:write",
      fields: { id: "text", questionId: "optionalText" },
      input: ofSite,
      foreign: ofSite,
      foreignAnswer: "not_found",
    },
  },
  helpers: [
    "addressHash",
    "answerPublicly",
    "findChat",
    "findGoods",
    "findPublicSite",
    "openPublicChat",
    "productIdOfSku",
    "readChatSettings",
    "readPublicGoods",
    "workspacesWithPublicChats",
  ],
  systemWork: ["removeOldPublicQuestions"],
};
