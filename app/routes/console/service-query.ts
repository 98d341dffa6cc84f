const pageSize = 30;
const questionViews = ["open", "overdue", "answered", "all"] as const;

function shared(query: URLSearchParams) {
  return {
    search: query.get("q")?.slice(0, 100) || undefined,
    channelId: query.get("channel")?.slice(0, 60) || undefined,
    listingRef: query.get("listing")?.slice(0, 60) || undefined,
    cursor: query.get("cursor") ?? undefined,
    limit: pageSize,
  };
}

export function readQuestionsView(query: URLSearchParams): (typeof questionViews)[number] {
  return questionViews.find((view) => view === query.get("view")) ?? "open";
}

/** Who waits longest comes first; what is answered is looked up from its latest. */
export function toQuestionsInput(query: URLSearchParams) {
  const view = readQuestionsView(query);
  switch (view) {
    case "open":
      return { ...shared(query), state: "open" as const, sort: "asked" as const };
    case "overdue":
      return { ...shared(query), overdue: "1" as const, sort: "asked" as const };
    case "answered":
      return { ...shared(query), state: "answered" as const };
    case "all":
      return shared(query);
    default:
      return view satisfies never;
  }
}

export function toReviewsInput(query: URLSearchParams) {
  const rating = query.get("rating") ?? "";
  return {
    ...shared(query),
    rating: /^[1-5]$/.test(rating) ? rating : undefined,
    complaints: query.get("view") === "complaints" ? ("1" as const) : undefined,
  };
}
