import type { reportRecipients, reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import {
  type ScheduleState,
  scheduleSubjects,
  type SendingReason,
  sendingReasons,
  type SendingState,
  sendingStates,
  type ScheduleSubject,
} from "./kinds.ts";
import { type Rhythm, rhythmSchema } from "./schemas.ts";

export type ScheduleRow = typeof reportSchedules.$inferSelect;
export type RecipientRow = typeof reportRecipients.$inferSelect;
export type SendingRow = typeof reportSendings.$inferSelect;

export type Recipient = { userId: string; name: string; hasLeft: boolean };

export type ReportSchedule = {
  id: string;
  subject: { kind: ScheduleSubject; id: string; title: string };
  rhythm: Rhythm;
  state: ScheduleState;
  nextAt: number | null;
  /** On its clock the hours are. */
  timeZone: string;
  recipients: Recipient[];
  createdBy: string;
  createdAt: number;
};

export type Sending = {
  id: string;
  userName: string;
  /** The time on the wall it was due at; null where somebody asked for one at once. */
  dueAt: string | null;
  state: SendingState;
  reason: SendingReason | null;
  createdAt: number;
  endedAt: number | null;
};

/** Asked for at once, by whom it is for. */
export const atOncePrefix = "now:";

export function storedRhythm(row: Pick<ScheduleRow, "rhythm">): Rhythm | undefined {
  return rhythmSchema.safeParse(row.rhythm).data;
}

export function storedSubject(row: Pick<ScheduleRow, "subjectKind">): ScheduleSubject {
  return scheduleSubjects.find((one) => one === row.subjectKind) ?? "artifact";
}

export function toSending({ id, userName, occurrence, state, reason, createdAt, endedAt }: SendingRow): Sending {
  return {
    id,
    userName,
    dueAt: occurrence.startsWith(atOncePrefix) ? null : occurrence,
    state: sendingStates.find((one) => one === state) ?? "failed",
    reason: sendingReasons.find((one) => one === reason) ?? null,
    createdAt,
    endedAt,
  };
}
