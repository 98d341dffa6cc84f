import {
  arrangePinsSchema,
  artifactFileSchema,
  changeArtifactSchema,
  changeDashboardSchema,
  changePinSchema,
  changeScheduleSchema,
  createArtifactSchema,
  createDashboardSchema,
  createScheduleSchema,
  followScheduleSchema,
  listArtifactsSchema,
  listSchedulesSchema,
  listSendingsSchema,
  pinAnswerSchema,
} from "#app/domain/artifacts/schemas.ts";
import { pageSchema } from "#app/domain/paging.ts";
import type { Method, Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;
const created = { kind: "one", of: "Created" } as const;
const reads = { tag: "answers", needs: "chat:read" } as const;
const writes = { tag: "answers", needs: "chat:write" } as const;
const file = { query: artifactFileSchema.omit({ id: true }), answer: { kind: "file", mediaType: "application/octet-stream" } } as const;

type Rest = Omit<Operation, "id" | "method" | "path">;

function at(method: Method, path: string, id: Operation["id"], rest: Rest): Operation {
  return { id, method, path, ...rest };
}

/** What is kept of answers, dashboards they hang on, and mails that come by themselves. */
export const artifactsOperations: readonly Operation[] = [
  at("get", "/artifacts", "listArtifacts", { ...reads, query: listArtifactsSchema, answer: { kind: "page", of: "Artifact" } }),
  at("post", "/artifacts", "createArtifact", { ...writes, body: createArtifactSchema, status: 201, answer: created }),
  at("get", "/artifacts/{id}", "readArtifact", { ...reads, answer: { kind: "one", of: "AnsweredArtifact" } }),
  at("patch", "/artifacts/{id}", "changeArtifact", { ...writes, body: changeArtifactSchema.omit({ id: true }), answer: created }),
  at("delete", "/artifacts/{id}", "removeArtifact", { ...writes, answer: done }),
  at("post", "/artifacts/{id}/restore", "restoreArtifact", { ...writes, answer: done }),
  at("get", "/artifacts/{id}/file", "readArtifactFile", { ...reads, ...file }),
  at("get", "/dashboards", "listDashboards", { ...reads, query: pageSchema, answer: { kind: "page", of: "Dashboard" } }),
  at("post", "/dashboards", "createDashboard", { ...writes, body: createDashboardSchema, status: 201, answer: created }),
  at("get", "/dashboards/{id}", "readDashboard", { ...reads, answer: { kind: "one", of: "AnsweredDashboard" } }),
  at("patch", "/dashboards/{id}", "changeDashboard", { ...writes, body: changeDashboardSchema.omit({ id: true }), answer: created }),
  at("delete", "/dashboards/{id}", "removeDashboard", { ...writes, answer: done }),
  at("post", "/dashboards/{id}/restore", "restoreDashboard", { ...writes, answer: done }),
  at("put", "/dashboards/{id}/order", "arrangePins", { ...writes, body: arrangePinsSchema.omit({ id: true }), answer: done }),
  at("get", "/dashboards/{id}/file", "readDashboardFile", { ...reads, ...file }),
  at("post", "/pins", "pinAnswer", { ...writes, body: pinAnswerSchema, status: 201, answer: { kind: "one", of: "MadePin" } }),
  at("get", "/pins/{id}", "readPin", { ...reads, answer: { kind: "one", of: "Pin" } }),
  at("patch", "/pins/{id}", "changePin", { ...writes, body: changePinSchema.omit({ id: true }), answer: created }),
  at("delete", "/pins/{id}", "removePin", { ...writes, answer: done }),
  at("get", "/report-schedules", "listSchedules", { ...reads, query: listSchedulesSchema, answer: { kind: "page", of: "ReportSchedule" } }),
  at("post", "/report-schedules", "createSchedule", { ...writes, body: createScheduleSchema, status: 201, answer: created }),
  at("get", "/report-schedules/{id}", "readSchedule", { ...reads, answer: { kind: "one", of: "ReportSchedule" } }),
  at("patch", "/report-schedules/{id}", "changeSchedule", { ...writes, body: changeScheduleSchema.omit({ id: true }), answer: created }),
  at("delete", "/report-schedules/{id}", "removeSchedule", { ...writes, answer: done }),
  at("post", "/report-schedules/{id}/send", "sendScheduleNow", { ...writes, isPersonal: true, answer: done }),
  at("get", "/report-schedules/{id}/sendings", "listSendings", {
    ...reads,
    query: listSendingsSchema.omit({ id: true }),
    answer: { kind: "page", of: "Sending" },
  }),
  at("post", "/report-schedules/{id}/follow", "followSchedule", {
    ...reads,
    isPersonal: true,
    body: followScheduleSchema.omit({ id: true }),
    answer: done,
  }),
];
