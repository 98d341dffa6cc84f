/** What a reader of the API learns of kept answers, dashboards and mails. */
export const docsArtifacts = {
  listArtifacts: { title: "List kept answers", text: "Newest first: shared ones and your own. `search` looks in titles and notes." },
  createArtifact: {
    title: "Keep an answer",
    text: "Each section is a typed query; only a `report` has several. What it comes to now is kept beside the question.",
  },
  readArtifact: {
    title: "Read a kept answer",
    text: "Its questions are asked anew with your rights: each answer has a `state` of its own. `pictures` are how it was when it was kept.",
  },
  changeArtifact: { title: "Change a kept answer", text: "Title, note, or who sees it. Only its owner takes it back from the others." },
  removeArtifact: { title: "Delete a kept answer", text: "It can be taken back for 30 days." },
  restoreArtifact: { title: "Take back a kept answer", text: "Within 30 days after it was deleted." },
  readArtifactFile: { title: "Download a kept answer", text: "`as=csv` for rows, `as=pdf` for pages with drawings and tables." },
  listDashboards: { title: "List dashboards", text: "Newest first: shared ones and your own." },
  createDashboard: { title: "Make a dashboard", text: "With `isStarter` it begins with the numbers most shops look at." },
  readDashboard: { title: "Read a dashboard", text: "With all its answers, each with a `state` of its own." },
  changeDashboard: {
    title: "Change a dashboard",
    text: "Name, who sees it, whether it opens first, or a `period` in place of each answer’s own; `null` gives those back.",
  },
  removeDashboard: { title: "Delete a dashboard", text: "With all that hangs on it. It can be taken back for 30 days." },
  restoreDashboard: { title: "Take back a dashboard", text: "Within 30 days after it was deleted." },
  arrangePins: { title: "Arrange a dashboard", text: "The ids of all its pins in their new order." },
  readDashboardFile: { title: "Download a dashboard", text: "`as=csv` for rows, `as=pdf` for pages with drawings and tables." },
  pinAnswer: {
    title: "Pin an answer",
    text: "To the dashboard that is named, or to the workspace’s default, which is made when there is none.",
  },
  readPin: { title: "Read a pinned answer", text: "Asked anew, in its dashboard’s period." },
  changePin: { title: "Change a pinned answer", text: "Its title or size." },
  removePin: { title: "Unpin an answer", text: "What was kept of it elsewhere stays." },
  listSchedules: {
    title: "List scheduled mails",
    text: "Newest first, of what you may see. `subjectId` narrows to one artifact or dashboard.",
  },
  createSchedule: {
    title: "Schedule a mail",
    text: "To members, at an hour of the workspace’s clock. Each gets the numbers that member may see.",
  },
  readSchedule: { title: "Read a scheduled mail", text: "When it goes out next, and to whom." },
  changeSchedule: { title: "Change a scheduled mail", text: "Rhythm, people, or whether it is on. Who unsubscribed stays out." },
  removeSchedule: { title: "End a scheduled mail", text: "With the history of what it sent." },
  sendScheduleNow: { title: "Send one now", text: "Only to you. Asked twice within a minute, it is one." },
  listSendings: { title: "List what was sent", text: "Newest first: to whom, when it was due, and what came of it." },
  followSchedule: { title: "Leave a mail, or get it again", text: "Your own part of it only." },
} as const;
