/** What the endpoints for goods that come back do. */
export const docsReturns = {
  listReturns: { title: "List returns", text: "The newest first, by `state` (`open` is all that has not ended) or by order." },
  createReturn: {
    title: "Enter a return",
    text: "Of an order that left, by its lines (`orderLineId`), never more than left. Without an `orderId` it is a parcel that nobody announced, and each line names a `variantId`.",
  },
  readReturn: {
    title: "Read a return",
    text: "What is expected, what came, and what zones booked for it. `undecided` of an arrival waits to be inspected; `refusal` says why a zone did not book a step.",
  },
  takeInReturn: {
    title: "Take goods of a return in",
    text: "They go into a bin on hold. Lots and serial numbers where the SKU has them; a number that did not leave with the order is refused.",
  },
  inspectReturn: {
    title: "Decide about goods that came back",
    text: "`restock` sells them again from `toBin`, `quarantine` keeps them on hold, `damaged` sets them aside, `scrap` takes them off the books.",
  },
  closeReturn: { title: "Close a return", text: "Once all that came is inspected. What is missing then is not waited for any longer." },
  callOffReturn: { title: "Call off a return", text: "As long as nothing of it has come." },
  readReturnable: {
    title: "Read what of an order can come back",
    text: "Line by line: what left, what other returns have, and what is `left`.",
  },
} as const;
