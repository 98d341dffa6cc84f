import { docsWarehouse } from "./docs/warehouse.ts";
import { docsAi } from "./docs/ai.ts";
import { docsAgents } from "./docs/agents.ts";
import { docsApprovals } from "./docs/approvals.ts";
import { docsDelegations } from "./docs/delegations.ts";
import { docsConversations } from "./docs/conversations.ts";
import { docsAnalysis } from "./docs/analysis.ts";
import { docsShoppers } from "./docs/shoppers.ts";
import { docsArtifacts } from "./docs/artifacts.ts";
import { docsTriggers } from "./docs/triggers.ts";
import { docsPublicChat } from "./docs/public-chat.ts";
import { docsSites } from "./docs/sites.ts";
import { docsFields } from "./docs/fields.ts";
import { docsLabels } from "./docs/labels.ts";
import { docsMetrics } from "./docs/metrics.ts";
import { docsPatterns } from "./docs/patterns.ts";
import { docsReviews } from "./docs/reviews.ts";
import { docsReturns } from "./docs/returns.ts";
import { docsMonitoring } from "./docs/monitoring.ts";
import { docsPacking } from "./docs/packing.ts";
import { docsProtocols } from "./docs/protocols.ts";
import { docsWaves } from "./docs/waves.ts";

export const docs = {
  title: "API",
  metaTitle: "Entrepot API: REST reference",
  metaDescription:
    "Quick start, authentication, errors, paging, idempotency, rate limits and every endpoint of Entrepot’s REST API, generated from its own code.",
  lead: "Everything the console shows about a workspace can be read and changed over HTTP with JSON. This page and the OpenAPI document come from the same schemas that the endpoints check their input with.",
  openapi: "OpenAPI 3.1 document",
  contents: "Contents",
  sections: {
    start: "Quick start",
    auth: "Who is calling",
    errors: "Errors",
    idempotency: "Repeating a write",
    paging: "Lists and pages",
    limits: "Rate limits",
    mcp: "Assistants (MCP)",
    a2a: "Agents of others (A2A)",
    webhooks: "When we call you",
    endpoints: "Endpoints",
  },
  start: {
    key: "Take an API key. In the console: Settings, API keys. It is shown once.",
    keyDemo: "The local demo already has one; it works only on this computer:",
    call: "Ask who the key is, then read something with it:",
    write: "Change something. The Idempotency-Key makes it safe to send the same request again:",
  },
  auth: {
    keys: "Programs send a key as `Authorization: Bearer ek_…`. A key belongs to one workspace and does only what its scopes say; it can end on a date and be revoked at any moment.",
    session: "Browsers of signed-in people send the cookie `entrepot_session`. Writes made with it must come from the same site.",
    personal: "Endpoints marked “person” act on somebody’s own things or need somebody to answer for them. They refuse keys.",
    isolation: "Ids of another workspace are answered as if they did not exist.",
  },
  errors: {
    lead: "Errors are `application/problem+json`. Branch on `code`; `detail` is for people. `errors` names the fields that need another look and what would fit there, and `requestId` finds the request in our logs; every answer carries it as `x-request-id` too.",
    code: "Code",
    status: "Status",
    meaning: "What it means and what to do",
    codes: {
      invalid: "The request does not have the right shape. Mend the fields named in `errors`.",
      unauthorized: "No key or session came along, or it is unknown, expired or revoked. Use another one.",
      forbidden: "You are known, but your role or scopes do not allow this. `needs` names the scope that a key lacks. Nothing was changed.",
      not_found: "There is no such endpoint, method or thing in your workspace.",
      conflict: "It was changed meanwhile, exists already, or the Idempotency-Key was used for something else. Read again, then decide.",
      gone: "It existed, and its time is over. Ask for a new one.",
      too_large: "The body is larger than 1 MB, or the work asked for is too much at once. Send less.",
      not_understood: "The question has no answer as it stands. `reason` says why, `suggestions` what could be asked instead.",
      rate_limited: "Too many requests. Wait as many seconds as `Retry-After` says.",
      budget_exceeded: "The workspace has used up what it may spend. Raise the budget or wait for the next period.",
      unavailable: "A part we need is not available. Wait as long as `Retry-After` says and repeat.",
      internal: "A fault of ours. What was saved before is safe; repeat with the same Idempotency-Key.",
    },
  },
  idempotency: {
    lead: "Any write may carry an `Idempotency-Key` of up to 200 letters, digits and `. _ : -`. Sent again with the same key, it has no second effect and gets the first answer, marked with `Idempotent-Replayed: true`.",
    rules:
      "The same key with another request, or while the first is still running, is a `conflict`. A refused request changed nothing, so its key may be used again. Answers are kept for two days.",
  },
  paging: {
    lead: "Lists answer `{ data, nextCursor }`. Pass `nextCursor` as `cursor` to get the next page; `null` means that was the last. `limit` is 1 to 200. Parameters that an endpoint does not list are ignored: a filter with a slip in its name filters nothing.",
  },
  limits: {
    lead: "A key, or a person, has 6,000 requests a minute, whichever door they come through: REST, MCP and A2A are counted together. Past the limit the answer is 429 with `Retry-After` in seconds, `RateLimit` and `RateLimit-Policy`, which says how many requests fit into how many seconds.",
  },
  ...docsProtocols,
  endpoint: {
    needs: "Needs",
    anyone: "no key",
    caller: "any key or session",
    personalCaller: "a session",
    person: "person",
    personHint: "Refuses keys: only a signed-in person",
    parameters: "Parameters",
    body: "JSON body",
    answer: "Answer",
    errors: "Errors",
    name: "Name",
    type: "Type",
    about: "About",
    required: "required",
    file: "a file",
    pageOf: "a page of",
    in: { path: "in the path", query: "in the query", header: "header" },
  },
  tags: {
    start: { title: "First calls", text: "Is the service well, and who am I to it?" },
    workspace: { title: "Workspace", text: "Name, language, currency and time zone of your workspace." },
    team: { title: "Team", text: "Members, their roles, and invitations that wait for an answer." },
    keys: { title: "Keys and sessions", text: "Everything that opens the workspace to somebody." },
    channels: { title: "Channels", text: "Connected marketplace accounts, their health, and reading them anew." },
    orders: { title: "Orders and sales", text: "What was sold on all channels, order by order and in sums." },
    service: { title: "Questions and reviews", text: "What buyers ask before they buy, and say afterwards." },
    catalog: { title: "Products and listings", text: "What you sell, where it is offered, and changes of many listings at once." },
    warehouse: { title: "Warehouse", text: "Places, what lies in them, and everything that can be asked of the floor." },
    agents: {
      title: "Agents",
      text: "Named workers: what they look at, what they concluded, what they want, and what they may do by themselves.",
    },
    ai: { title: "AI", text: "Who gives answers by AI, for what, how much it may cost, and what it cost." },
    chat: { title: "Questions and approvals", text: "Asking for numbers in words, and what assistants would do." },
    answers: { title: "Kept answers", text: "Answers that stay: kept for later, pinned to dashboards, mailed by themselves." },
    triggers: { title: "Triggers", text: "When something happens, and if it is so, then do this." },
    shoppers: { title: "Shoppers", text: "Where shoppers are seen, what they did, and what repeats itself in it." },
    metrics: {
      title: "Numbers",
      text: "Everything that can be counted, split, narrowed and compared, in one language for people, programs and assistants.",
    },
    history: { title: "History", text: "What happened: the full audit log, the team’s feed, and exports." },
    notifications: { title: "Notifications", text: "What a person was told." },
    selling: { title: "Score and advice", text: "How marketplaces see you, what each lost point rests on, and what would win it back." },
    deliveries: { title: "Failed deliveries", text: "Messages that failed for good and wait for somebody to look." },
  },
  operations: {
    health: { title: "Is the service well?", text: "Asks the database, the cache, the queues and the rooms for something small." },
    me: { title: "Who am I?", text: "The key or person behind the request, the workspace, and what it may do." },
    updateMe: { title: "Change your profile", text: "Name, language, theme or time zone; what you leave out stays." },
    readWorkspace: { title: "Read the workspace", text: "Its `version` is needed to change it." },
    updateWorkspace: { title: "Change the workspace", text: "Send all of it with the version you read; a stale version is refused." },
    searchAllTexts: {
      title: "Search by words and meaning",
      text: "Best first, with the words and concepts a text shares with the question. `kind` `interaction` asks for `shoppers:read`, `organisation` for `workspace:read`.",
    },
    readOrganisation: { title: "Read what the shop says of itself", text: "`version` 0: nothing was written yet." },
    saveOrganisation: { title: "Say what the shop is", text: "Send the version you read. Each paragraph is found by itself." },
    listMembers: { title: "List members", text: "In the order they joined." },
    changeRole: { title: "Change a role", text: "Only owners make or unmake owners; the last owner stays one." },
    removeMember: { title: "Remove a member", text: "Their sessions end at once and keys they made stop working." },
    listInvitations: { title: "List open invitations", text: "Expired ones too, so that they can be sent again." },
    inviteMember: { title: "Invite somebody", text: "Sends a mail. A waiting invitation to the same address is replaced." },
    resendInvitation: { title: "Send an invitation again", text: "With a fresh link; the old one stops working." },
    revokeInvitation: { title: "Take an invitation back", text: "Its link stops working." },
    listApiKeys: { title: "List keys", text: "Names, scopes and last use; never the keys themselves." },
    createApiKey: { title: "Make a key", text: "`key` is answered this once. A key can do no more than its maker." },
    issueToken: {
      title: "Get a token for rooms",
      text: "With a key only. Opens sockets at `/parties/…` for a minute, as `Authorization: Bearer` or as a second protocol `entrepot.token.<token>` beside `entrepot`; never in an address. `scopes` narrows it. It follows, and ends with its key. Verify tokens with `/.well-known/jwks.json`.",
    },
    revokeApiKey: { title: "Revoke a key", text: "It stops working with its next request." },
    listSessions: { title: "List own sessions", text: "Where you are signed in, latest first." },
    revokeSession: { title: "End a session", text: "One of your own by its handle, or all but this one with `others`." },
    listChannels: {
      title: "List channels",
      text: "Connected marketplace accounts with their health. Connecting one needs a person and a browser.",
    },
    readChannel: { title: "Read a channel", text: "With its latest runs and the notices that arrived." },
    pauseChannel: { title: "Pause or resume a channel", text: "A paused channel is neither read nor written to; resuming catches up." },
    disconnectChannel: {
      title: "Disconnect a channel",
      text: "Access ends at once. With `data=erase` what it brought is erased too: at once, or in the background while `erasingAt` is set.",
    },
    requestSync: { title: "Read a channel anew", text: "Begins in the background: `full` reads all of it, `recent` what changed lately." },
    readStockDrift: {
      title: "See where stock differs",
      text: "What can be sold, what is shown there, and why they differ; `all=true` adds what is right.",
    },
    setStockSource: { title: "Let stock follow the warehouses", text: "The marketplace is told within seconds what can be sold." },
    listOrders: {
      title: "List orders",
      text: "Of all channels, the latest first. Amounts are in minor units; `null` means not known yet, never nothing.",
    },
    readOrder: { title: "Read an order", text: "With its lines, parcel, history and what it leaves after fees, shipping and goods." },
    readSalesMetrics: {
      title: "Sum up sales",
      text: "GMV is the items of all orders placed in the period that were neither cancelled nor left unpaid. Days are those of the workspace; what was sold in several currencies has a row for each, the workspace’s own currency first; nothing is converted or added across currencies.",
    },
    listQuestions: {
      title: "List questions",
      text: "With the answer, the listing they are about, and whether they wait for more than a day.",
    },
    answerQuestion: {
      title: "Answer a question",
      text: "Goes to the marketplace first; what it refuses stays open. Buyers read it in public.",
    },
    listReviews: { title: "List reviews", text: "Newest first, with the listing they are about." },
    listProducts: {
      title: "List products",
      text: "Each with its SKUs and how many listings sell it. `search` also finds SKUs and GTINs. `sort` is `title`, `stock` (of all SKUs), `cost` (the lowest; without one last), `updated` or `listings`, with `-` before it descending.",
    },
    createProduct: { title: "Add a product", text: "With at least one SKU. A SKU that is taken is a `conflict`, named by its field." },
    readProduct: { title: "Read a product", text: "With its SKUs and the listings that sell them. Its `version` is needed to change it." },
    updateProduct: { title: "Change a product", text: "What you leave out stays; a stale `version` is refused." },
    archiveProduct: { title: "Archive a product", text: "Out of sight, not gone: SKUs, links and history stay." },
    setCosts: {
      title: "Set costs",
      text: "Of up to 2,000 SKUs at once. The answer tells for each what happened and what it cost before; what cannot be set stops none of the rest.",
    },
    listListings: {
      title: "List listings",
      text: "Of all channels. `sort` is `title`, `price`, `stock`, `sold`, `quality` or `updated`, with `-` before it descending.",
    },
    readListing: {
      title: "Read a listing",
      text: "Everything the marketplace tells about it, and what was asked of it. `refusals` says which changes it would not take, and why.",
    },
    updateListing: {
      title: "Change a listing",
      text: "`variantId` links it at once (`null` unlinks). `priceCents`, `stock` and `status` (`active` or `paused`) become changes, named in `changeIds`.",
    },
    requestListingChange: {
      title: "Change prices, stocks or statuses",
      text: "Of up to 200 listings by `listingIds`, or of up to 5,000 that the filter in `matching` finds (a search finds up to 1,000). `kind` is `price`, `stock` or `status` (`value` 1 puts on sale, 0 pauses). It is carried out in the background; read the change for what became of each.",
    },
    previewListingChange: {
      title: "See what a change would do",
      text: "The same body; nothing is written. Counts, reasons, and a page of examples.",
    },
    cancelListingChange: { title: "Stop a change", text: "What was already carried out stays; the rest is left as it is." },
    readListingChange: { title: "Read a change", text: "How far it is and what the marketplaces answered; `items` come in pages." },
    undoListingChange: {
      title: "Take a change back",
      text: "A new change with the old values, for listings on which the new value still stands.",
    },
    listAudit: { title: "Read the audit log", text: "Every change with before and after, newest first." },
    listActivity: { title: "Read the activity feed", text: "The part of the audit log the whole team may see." },
    listExports: { title: "List own exports", text: "Your latest ones and how far they are." },
    startExport: { title: "Export the audit log", text: "Begins in the background; the filters are those of the audit log." },
    openExport: { title: "Fetch an export", text: "The finished file." },
    cancelExport: { title: "Cancel an export", text: "What was already written is removed." },
    listNotifications: { title: "List own notifications", text: "Newest first." },
    markNotifications: { title: "Mark notifications", text: "Some by their ids, or all." },
    readScore: {
      title: "Read the score",
      text: "Of the workspace and of every channel: parts, lost points and orders of headroom. Points are hundredths, rates basis points. A score or part that is null says why in `gap`: a new shop without orders and listings has nothing to judge.",
    },
    listRecommendations: { title: "List advice", text: "Of one state, most urgent first, with the figures each rule saw." },
    readRecommendation: {
      title: "Read an advice",
      text: "With its evidence, what it expects, and what was measured after it was applied.",
    },
    decideRecommendation: {
      title: "Decide an advice",
      text: "`applied` carries its remedy out, `dismissed` puts it aside for a `reason`, `open` takes either back.",
    },
    listTrends: {
      title: "List trends",
      text: "What people look for outside: of one state, what matters most first, with six weeks of figures.",
    },
    readTrend: { title: "Read a trend", text: "With its evidence, how sure it is, and which of your goods is close to it." },
    decideTrend: { title: "Decide on a trend", text: "`watched` keeps an eye on it, `dismissed` puts it aside, `open` takes either back." },
    ...docsWarehouse,
    ...docsMetrics,
    ...docsPatterns,
    ...docsReviews,
    ...docsReturns,
    ...docsAnalysis,
    ...docsMonitoring,
    ...docsAgents,
    ...docsApprovals,
    ...docsDelegations,
    ...docsConversations,
    ...docsAi,
    aiStatus: {
      title: "How are the models?",
      text: "`mode` `rules`: no provider is set up, so rules answer everything. The `state` of a provider is that of its circuit; `budget` holds each cap with what was spent and what calls under way hold of it, in millionths of a US dollar.",
    },
    ...docsArtifacts,
    ...docsTriggers,
    ...docsSites,
    ...docsPublicChat,
    ...docsShoppers,
    ...docsLabels,
    ...docsPacking,
    ...docsWaves,
    listDeadLetters: { title: "List failed deliveries", text: "With the reason each one failed." },
    redriveDeadLetter: { title: "Send a delivery again", text: "Through the queue it came from." },
    dismissDeadLetter: { title: "Put a delivery aside", text: "It will not be tried again." },
  },
  fields: docsFields,
} as const;
