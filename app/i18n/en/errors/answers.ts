export const answersErrors = {
  artifactNotFound: "This was not kept, or is somebody’s own.",
  dashboardNotFound: "This dashboard does not exist, or is somebody’s own.",
  pinNotFound: "This is not pinned any more.",
  scheduleNotFound: "This mail is not scheduled any more.",
  tooManyArtifacts: "There are as many kept answers as a workspace can have. Delete some first.",
  tooManyDashboards: "There are as many dashboards as a workspace can have. Delete one first.",
  tooManySchedules: "There are as many scheduled mails as a workspace can have. Remove one first.",
  boardFull: "This dashboard is full. Unpin something, or use another one.",
  defaultIsShared: "The dashboard that opens first is for everybody. Share it first, or let another one open first.",
  notYours: "Only whom it belongs to can take it back from the others.",
  onlyReportsHaveMany: "Only a report has several answers.",
  privateToOthers: "What is private is mailed to nobody but you. Share it first.",
} as const;
