import { changeArtifact } from "#app/domain/artifacts/change-artifact.server.ts";
import { changeDashboard } from "#app/domain/artifacts/change-dashboard.server.ts";
import { arrangePins, changePin, removePin } from "#app/domain/artifacts/change-pin.server.ts";
import { changeSchedule } from "#app/domain/artifacts/change-schedule.server.ts";
import { createArtifact } from "#app/domain/artifacts/create-artifact.server.ts";
import { createDashboard } from "#app/domain/artifacts/create-dashboard.server.ts";
import { createSchedule } from "#app/domain/artifacts/create-schedule.server.ts";
import { exportArtifact, exportDashboard } from "#app/domain/artifacts/export-answers.server.ts";
import { followSchedule } from "#app/domain/artifacts/follow-schedule.server.ts";
import { listArtifacts } from "#app/domain/artifacts/list-artifacts.server.ts";
import { listDashboards } from "#app/domain/artifacts/list-dashboards.server.ts";
import { listSchedules, listSendings, readSchedule } from "#app/domain/artifacts/list-schedules.server.ts";
import { pinAnswer } from "#app/domain/artifacts/pin-answer.server.ts";
import { readArtifact } from "#app/domain/artifacts/read-artifact.server.ts";
import { readDashboard, readPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import { removeArtifact, restoreArtifact } from "#app/domain/artifacts/remove-artifact.server.ts";
import { removeDashboard, restoreDashboard } from "#app/domain/artifacts/remove-dashboard.server.ts";
import { removeSchedule } from "#app/domain/artifacts/remove-schedule.server.ts";
import { sendScheduleNow } from "#app/domain/artifacts/send-schedule-now.server.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";

const reads = { needs: "chat:read" } as const;
const writes = { needs: "chat:write" } as const;
const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const after = (id: string) => ({ cursor: encodeCursor([`${id}z`]) });
const section = { title: "Orders", query: { metric: "orders" } };

type Row = "artifactId" | "dashboardId" | "pinId" | "scheduleId";

/** Of one row, with more than its id where a verb takes more. */
function of(row: Row, more: Record<string, unknown> = {}, fields: MemberVerb["fields"] = {}) {
  return {
    fields: { id: "text", ...fields },
    input: (home) => ({ id: home.shop[row], ...more }),
    foreign: (other) => ({ id: other.shop[row], ...more }),
    foreignAnswer: "not_found",
  } as const satisfies Partial<MemberVerb>;
}

export const artifactsVerbs: AreaVerbs = {
  verbs: {
    listArtifacts: {
      run: listArtifacts,
      ...reads,
      fields: { ...page, search: "optionalText", kind: "optionalChoice" },
      foreign: (other) => after(other.shop.artifactId),
    },
    createArtifact: {
      run: createArtifact,
      ...writes,
      input: () => ({ title: "Orders", kind: "chart", sections: [section] }),
      fields: { title: "text", kind: "choice", visibility: "optionalChoice", sections: "list" },
    },
    readArtifact: { run: readArtifact, ...reads, ...of("artifactId") },
    exportArtifact: {
      run: async (ctx, input) => (await exportArtifact(ctx, input)).name,
      ...reads,
      ...of("artifactId", {}, { as: "optionalChoice" }),
    },
    changeArtifact: {
      run: changeArtifact,
      ...writes,
      ...of("artifactId", { title: "Other" }, { title: "optionalLine", visibility: "optionalChoice" }),
    },
    removeArtifact: { run: removeArtifact, ...writes, ...of("artifactId") },
    restoreArtifact: { run: restoreArtifact, ...writes, ...of("artifactId") },
    listDashboards: { run: listDashboards, ...reads, fields: page, foreign: (other) => after(other.shop.dashboardId) },
    createDashboard: {
      run: createDashboard,
      ...writes,
      input: () => ({ name: "Mine", isStarter: true }),
      fields: { name: "text", visibility: "optionalChoice", isStarter: "optionalBoolean" },
    },
    readDashboard: { run: readDashboard, ...reads, ...of("dashboardId") },
    exportDashboard: {
      run: async (ctx, input) => (await exportDashboard(ctx, input)).name,
      ...reads,
      ...of("dashboardId", { as: "pdf" }, { as: "optionalChoice" }),
    },
    changeDashboard: {
      run: changeDashboard,
      ...writes,
      ...of("dashboardId", { name: "Other" }, { name: "optionalLine", visibility: "optionalChoice" }),
    },
    removeDashboard: { run: removeDashboard, ...writes, ...of("dashboardId") },
    restoreDashboard: { run: restoreDashboard, ...writes, ...of("dashboardId") },
    pinAnswer: {
      run: pinAnswer,
      ...writes,
      input: (home) => ({ dashboardId: home.shop.dashboardId, section }),
      foreign: (other) => ({ dashboardId: other.shop.dashboardId, section }),
      foreignAnswer: "not_found",
      fields: { size: "optionalChoice" },
    },
    readPin: { run: readPin, ...reads, ...of("pinId") },
    changePin: {
      run: changePin,
      ...writes,
      ...of("pinId", { size: "full" }, { title: "optionalLine", size: "optionalChoice" }),
    },
    removePin: { run: removePin, ...writes, ...of("pinId") },
    arrangePins: {
      run: arrangePins,
      ...writes,
      input: (home) => ({ id: home.shop.dashboardId, pinIds: [home.shop.pinId] }),
      foreign: (other) => ({ id: other.shop.dashboardId, pinIds: [other.shop.pinId] }),
      foreignAnswer: "not_found",
      fields: { id: "text" },
    },
    listSchedules: {
      run: listSchedules,
      ...reads,
      fields: { ...page, subjectId: "optionalText" },
      foreign: (other) => ({ subjectId: other.shop.artifactId }),
    },
    createSchedule: {
      run: createSchedule,
      ...writes,
      input: (home, caller) => ({
        subjectKind: "artifact",
        subjectId: home.shop.artifactId,
        rhythm: { every: "daily", hour: 8 },
        recipients: [caller.id],
      }),
      foreign: (other) => ({
        subjectKind: "artifact",
        subjectId: other.shop.artifactId,
        rhythm: { every: "daily", hour: 8 },
        recipients: [other.people.owner.id],
      }),
      foreignAnswer: "not_found",
      fields: { subjectKind: "choice", subjectId: "text", recipients: "list" },
    },
    readSchedule: { run: readSchedule, ...reads, ...of("scheduleId") },
    changeSchedule: { run: changeSchedule, ...writes, ...of("scheduleId", { isOn: false }, { isOn: "optionalBoolean" }) },
    removeSchedule: { run: removeSchedule, ...writes, ...of("scheduleId") },
    sendScheduleNow: { run: sendScheduleNow, ...writes, isForPeople: true, ...of("scheduleId") },
    listSendings: { run: listSendings, ...reads, ...of("scheduleId", {}, page) },
    followSchedule: { run: followSchedule, ...reads, isForPeople: true, ...of("scheduleId", { isIn: false }, { isIn: "flag" }) },
  },
  helpers: [
    ...(["answerForKeeping", "answerNote", "answerSection", "checkRecipients", "findArtifact", "findDashboard", "findPin"] as const),
    ...(["findSchedule", "findSubject", "peopleOf", "pinRowsOf", "pinsOf", "readSubject", "recipientsOf", "reportMail"] as const),
    ...(["tableTexts", "toSchedule", "shownTo", "zoneOf"] as const),
  ],
  systemWork: ["giveUpReport", "sendReport", "startDueReports", "workspacesWithDueReports"],
};
