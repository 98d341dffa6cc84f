/** What a reader of the API learns of the floor’s numbers. */
export const docsMonitoring = {
  readFloorMetrics: {
    title: "Measure the floor",
    text: "What was done in the last hours, by hour and person, and what waits now. A zone that did not answer has `null` as its `metrics`.",
  },
  readEventArchive: {
    title: "Read a zone’s archive",
    text: "The stretches of its events that it has moved out of its own books, and one of them in full when it is named as `segment`.",
  },
  listArchivedEvents: {
    title: "Search a zone’s archive",
    text: "Events that the zone has moved out of its own books, the newest first, by day, number, and what they touched. A page may be short or empty where little matches: go on while there is a `nextCursor`.",
  },
  listReports: { title: "List reports of the floor", text: "Days that are over and were summed up, newest first." },
  readReport: {
    title: "Read a report of the floor",
    text: "A day word for word as it was kept: what was done by the hour and person, stock by zone, and the alerts of the day.",
  },
  listAlerts: { title: "List alerts", text: "What is not as usual in a zone, with the figures it was measured against, newest first." },
  acknowledgeAlert: { title: "Look after an alert", text: "It stays open until it is over. Asked again, it changes nothing." },
  resolveAlert: { title: "End an alert", text: "If its cause is still there, it opens again after an hour." },
} as const;
