/** What the endpoints of the warehouse do. */
export const docsWarehouse = {
  listWarehouses: { title: "List warehouses", text: "With their zones, and what lies in each as it told last." },
  createWarehouse: { title: "Open a warehouse", text: "Its code stands on labels and is taken once." },
  createZone: { title: "Lay out a zone", text: "A part of a warehouse that works by itself. Its bins come with the command `put-bins`." },
  readZone: {
    title: "Read a zone",
    text: "Bins with their stock, and tasks that are not over, as the zone itself knows them now. `cursor` is the place in its events.",
  },
  commandZone: {
    title: "Ask a zone for something",
    text: "Receive, move, reserve, pick, count and all else. `id` is yours: sent again with the same wish, it is done once and answered the same. A conflict or a refusal is an answer as well, with what is true there now.",
  },
  introduceItem: {
    title: "Tell a zone about goods",
    text: "What it has never had is looked up in the catalogue by `code`, a GTIN or a SKU. Then they can be received there.",
  },
  receiveDelivery: {
    title: "Receive goods at a dock",
    text: "Booked where they stand, with a task that brings them to their shelf: `putAway`, null where none is needed or no shelf takes all. `commandId` is yours: sent again, it is booked once.",
  },
  readPlate: { title: "Find a plate", text: "Where it stands, what is on it and which plates are in it." },
  listApprovals: {
    title: "List corrections that wait",
    text: "Those above what a picker may correct, with what the books say of the same goods now. Commands `approve` and `cancel-task` decide them.",
  },
  listParcels: {
    title: "List boxes to pack or hand over",
    text: "Picked orders with all that belongs in each box, the soonest to leave first; 80 at most.",
  },
  checkZone: { title: "Check a zone’s books", text: "Whether they add up from the first movement on. `drift` is empty when they do." },
  listDemand: {
    title: "List orders to be released",
    text: "Those the house has not begun, whose promise came first before the others. `hindrance` says why one cannot be released, `free` how much of a line lies there promised to nobody.",
  },
  listFulfilments: {
    title: "List orders in the house",
    text: "Released ones, by `state` (`open` is all that has neither left nor been given back) or by wave. `problem` says what keeps one from going on.",
  },
  releaseOrders: {
    title: "Release orders to be picked",
    text: "Up to 200 as one wave. Zones set exact goods aside right after, the oldest promise first. What cannot be released is in `skipped` and holds up nothing else.",
  },
  readFulfilment: { title: "Read an order in the house", text: "Line by line, with the zones where goods were set aside." },
  packOrder: { title: "Pack an order", text: "Once all of it is picked. Edges and weight of the parcel, where they are known." },
  shipOrder: {
    title: "Hand a parcel to the carrier",
    text: "Its goods leave the books, and the marketplace is told with the `trackingCode`.",
  },
  giveBackOrder: {
    title: "Take an order back from the floor",
    text: "What was set aside is free again; the order waits with the place it had.",
  },
  tellShipmentAgain: {
    title: "Tell a marketplace again that a parcel left",
    text: "After it refused the news and what made it refuse is mended; `tellError` says why. With another `trackingCode`, if one is given.",
  },
  retryRelease: { title: "Try a stuck order again", text: "After what kept it from going on was mended: zones are asked again." },
  listStock: {
    title: "List stock",
    text: "Of each SKU over all zones, one zone or one warehouse. `available` lies there set aside for nobody; orders that are not released yet may still take from it.",
  },
  listTablets: { title: "List tablets", text: "With who holds each at this moment; never their keys." },
  createTablet: {
    title: "Prepare a tablet",
    text: "The code pairs one browser with this warehouse. It is answered once and holds for ten minutes.",
  },
  revokeTablet: { title: "Revoke a tablet", text: "Its key opens nothing from its next request on." },
} as const;
