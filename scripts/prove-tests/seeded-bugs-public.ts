import type { SeededBug } from "./seeded-bugs.ts";

const tokens = {
  path: "app/platform/crypto/signed-token.server.ts",
  project: "node",
  tests: "app/platform/crypto/signed-token.test.ts",
} as const;
const rooms = { project: "worker", tests: "app/domain/accounts/signed-tokens/room-tokens.worker.test.ts" } as const;
const chat = { project: "worker", tests: "app/domain/public-chat/public-chat.worker.test.ts" } as const;
const limits = { project: "worker", tests: "app/domain/public-chat/public-chat-limits.worker.test.ts" } as const;
const answers = { project: "node", tests: "app/domain/public-chat/compose-answer.test.ts" } as const;
const widget = { project: "browser", tests: "app/sdk/chat/panel.browser.test.tsx" } as const;
const place = "app/domain/public-chat";

/** What would let a stranger in, or out what a shop keeps to itself. */
export const publicBugs: readonly SeededBug[] = [
  { name: "a token lives on after its minutes", find: "clockTolerance: skewSeconds", replace: "clockTolerance: 3_600", ...tokens },
  {
    name: "keys of a ring that were dropped still count",
    path: "app/platform/crypto/signing-keys.server.ts",
    find: "counting(nowMs).find(",
    replace: '[{ keyId: keyring.currentKeyId, period: Number(kid.split(".")[1]) }].find(',
    project: "node",
    tests: tokens.tests,
  },
  {
    name: "a token of a revoked key still opens rooms",
    path: "app/domain/accounts/authenticate-api-key.server.ts",
    find: "row === undefined || row.key.revokedAt !== null",
    replace: "row === undefined",
    ...rooms,
  },
  {
    name: "a token counts in another workspace than its key's",
    path: "app/domain/accounts/signed-tokens/read-room-token.server.ts",
    find: " || owner.workspace.id !== claims.data.ws",
    replace: "",
    ...rooms,
  },
  {
    name: "a token may do more than its key",
    path: "app/domain/accounts/signed-tokens/issue-token.server.ts",
    find: "!actor.scopes.includes(scope)",
    replace: "false",
    ...rooms,
  },
  {
    name: "a program with a wrong token comes in on a person's cookie",
    path: "app/worker/room-token.ts",
    find: '?.[1] ?? "";',
    replace: "?.[1];",
    ...rooms,
  },
  {
    name: "a visitor's token serves another address",
    path: `${place}/answer-publicly.server.ts`,
    find: " && timingSafeEqual(address, claims.data.adr)",
    replace: "",
    ...chat,
  },
  {
    name: "pages of other shops may ask",
    path: "app/domain/sites/find-site-of-page.server.ts",
    find: "!isAllowedOrigin(found.site, origin)",
    replace: "false",
    ...chat,
  },
  {
    name: "what is not on sale is told of",
    path: `${place}/read-goods.server.ts`,
    find: 'eq(listings.status, "active"),',
    replace: "",
    ...chat,
  },
  {
    name: "what was archived is told of",
    path: `${place}/read-goods.server.ts`,
    find: "where: isNull(products.archivedAt)",
    replace: "where: undefined",
    ...chat,
  },
  {
    name: "all notes of a workspace are public",
    path: `${place}/answer-publicly.server.ts`,
    find: "publicParagraphs.includes(print)",
    replace: "print.length > 0",
    ...chat,
  },
  { name: "a chat that is off answers", path: `${place}/find-public-site.server.ts`, find: "if (!isOn)", replace: "if (false)", ...chat },
  {
    name: "a model may name a figure that nobody gave it",
    path: `${place}/model-answer.ts`,
    find: "known.has(figure)",
    replace: "figure.length > 0",
    ...chat,
  },
  {
    name: "a model confirms a price that a visitor made up",
    path: `${place}/model-answer.ts`,
    find: ', question: "" }',
    replace: " }",
    ...chat,
  },
  {
    name: "what somebody typed of themselves is kept",
    path: `${place}/answer-publicly.server.ts`,
    find: "maskPersonal(cleanText(typed, longestQuestion))",
    replace: "cleanText(typed, longestQuestion)",
    ...chat,
  },
  {
    name: "an address asks as often as it likes",
    path: `${place}/answer-publicly.server.ts`,
    find: "  await takeOne(visitor, who, questionsPerMinute);\n",
    replace: "",
    ...limits,
  },
  {
    name: "a site's limit counts each address by itself",
    path: `${place}/answer-publicly.server.ts`,
    find: "takeOne(visitor, site.id, questionsOfSite(settings.questionsPerDay))",
    replace: "takeOne(visitor, who, questionsOfSite(10_000))",
    ...limits,
  },
  {
    name: "nothing is out of bounds",
    path: `${place}/compose-answer.ts`,
    find: "if (bound !== undefined)",
    replace: "if (false)",
    ...answers,
  },
  {
    name: "stock is told in figures",
    path: `${place}/sentences.ts`,
    find: 'pt: { in: "em estoque"',
    replace: 'pt: { in: "12 unidades"',
    ...answers,
  },
  {
    name: "a thing of another kind is offered instead",
    path: `${place}/answer-attribute.ts`,
    find: "matchGoods(wordsOf(good.title), rest)",
    replace: "rest.map((one) => ({ good: one, score: 1 }))",
    ...answers,
  },
  {
    name: "what a shop wrote is read as markup",
    path: "app/sdk/chat/panel.ts",
    find: "fill(line, document.createTextNode(text));",
    replace: "line.innerHTML += text;",
    ...widget,
  },
];
