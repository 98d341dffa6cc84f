/** What is done on a tablet besides the tasks of its list. */
export const stations = {
  title: "Other work",
  receive: "Receive",
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
