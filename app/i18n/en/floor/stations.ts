/** What is done on a tablet besides the tasks of its list. */
export const stations = {
  title: "Other work",
  receive: "Receive",
  pack: "Pack",
  plates: "Plates",
  approve: "Approvals",
  leave: "To the tasks",
  needsLive: "This needs the connection.",
  notLive: "No connection. What you enter stays on this tablet; the last step needs the connection.",
} as const;

export const receive = {
  ask: {
    item: "Scan the goods",
    lot: "Which lot?",
    expiry: "Good until?",
    serials: "Scan each number",
    qty: "How many?",
    plate: "On which plate?",
    bin: "Scan where they stand",
  },
  day: "Good until",
  takeDay: "Take this day",
  noDay: "No date on it",
  noPlate: "No plate",
  until: "good until {{day}}",
  serials_one: "{{count}} number scanned",
  serials_other: "{{count}} numbers scanned",
  docks: "For example {{codes}}",
  booked: "Received",
  putAway: "Put away: {{bin}}",
  home: "It belongs in {{bin}}. The task is in the list.",
  onShelf: "It stands on a shelf. Nothing is left to do.",
  noHome: "No shelf has room for all of it. Ask a manager where it belongs.",
  more: "Scan the next goods, or go on.",
} as const;

/** What a scan is refused with at a station. */
export const stationWrong = {
  details: "This is a label without goods: {{saw}}",
  dayWrong: "This day does not exist.",
  lotWrong: "A lot has letters, digits and signs, 40 at most.",
  tooLarge: "This number is too large.",
  needsPlate: "Scan a plate now.",
  needsPlace: "Scan a bin or another plate now.",
  moveOffered: "Scan this bin again to move the plate there.",
  samePlate: "A plate cannot stand in itself.",
  calledOff: "The buyer called this order off. Put its goods back.",
  needsOrder: "Scan an order, a plate or goods now.",
  noOrder: "No order here waits for this.",
  notInOrder: "This does not belong in this order. Take it out.",
  enoughOfIt: "There is enough of this in the box. Take it out.",
  trackingWrong: "A code has 60 characters at most, all of them printable.",
} as const;
