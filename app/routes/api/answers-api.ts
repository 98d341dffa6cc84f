import { route } from "@react-router/dev/routes";

/** What is kept of answers, boards they hang on, and mails that come by themselves. */
export const answersApi = [
  route("artifacts", "routes/api/artifacts.ts"),
  route("artifacts/:id", "routes/api/artifact.ts"),
  route("artifacts/:id/restore", "routes/api/artifact-restore.ts"),
  route("artifacts/:id/file", "routes/api/artifact-file.ts"),
  route("dashboards", "routes/api/dashboards.ts"),
  route("dashboards/:id", "routes/api/dashboard.ts"),
  route("dashboards/:id/restore", "routes/api/dashboard-restore.ts"),
  route("dashboards/:id/order", "routes/api/dashboard-order.ts"),
  route("dashboards/:id/file", "routes/api/dashboard-file.ts"),
  route("pins", "routes/api/pins.ts"),
  route("pins/:id", "routes/api/dashboard-pin.ts"),
  route("report-schedules", "routes/api/report-schedules.ts"),
  route("report-schedules/:id", "routes/api/report-schedule.ts"),
  route("report-schedules/:id/send", "routes/api/report-schedule-send.ts"),
  route("report-schedules/:id/sendings", "routes/api/report-schedule-sendings.ts"),
  route("report-schedules/:id/follow", "routes/api/report-schedule-follow.ts"),
];
