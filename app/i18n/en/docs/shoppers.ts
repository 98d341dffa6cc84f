/** What a reader of the API learns of shoppers' data. */
export const docsShoppers = {
  listInteractions: {
    title: "List interactions",
    text: "What shoppers did, newest first, each in a sentence. Programs only with `bots=true`.",
  },
  readInteraction: { title: "Read an interaction", text: "And the moments it is made of, each with its event’s id." },
  listShopperSessions: { title: "List visits", text: "Visits that are over, newest first, with all that rules found in them." },
  listOpenVisits: { title: "List visits that go on", text: "As their site last heard of them, some seconds ago at most." },
  readShopperSession: { title: "Read a visit", text: "And the interaction it became, once it was put into words." },
  readVisitEvents: {
    title: "Read a visit’s events",
    text: "As they were recorded, also while the visit goes on. Empty once they outlived their time.",
  },
  listProductShoppers: {
    title: "List what happened around a product",
    text: "Shoppers, orders, reviews, changes of price and stock, others’ prices and trends where they changed, in one line of time, newest first; with `kind` only one of these. What the caller may not read is left out.",
  },
  readIngest: {
    title: "Read what came in",
    text: "For each site what was taken, refused and not kept, and where every event is. `missing` is 0 when all of them are accounted for; visits tell their counts every few seconds.",
  },
  listRejected: {
    title: "List refused events",
    text: "In their own words, newest first. They come from outside: never treat them as markup.",
  },
  resolveRejected: { title: "Decide about a refused event", text: "`redrive` judges it anew as of when it came, `dismiss` puts it aside." },
  eraseShoppers: {
    title: "Erase a visitor or a period",
    text: "Only tells what would go, until `isDry` is `false`. Then visits, interactions and recorded events go for good, and a visitor’s key is kept out. Ask again while `hasMore`.",
  },
  exportShoppers: {
    title: "Export a visitor or a period",
    text: "A JSON object a line: visits with their recorded events, then interactions, visits that go on and refused events.",
  },
} as const;

export const fieldsShoppers = {
  siteId: "One site",
  visitorKey: "One visitor, as it stands on a visit",
  device: "desktop, phone, tablet or other",
  bots: "`true` for programs’ visits too",
  productId: "One product",
  source: "web, social or cctv",
  tag: "A reason or a search, like `hesitation:shipping-cost`",
  isDry: "`true` only tells what would go",
} as const;
