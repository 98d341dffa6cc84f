export const artifactKinds = ["chart", "table", "report"] as const;
export type ArtifactKind = (typeof artifactKinds)[number];

/** private: only whom it belongs to sees that it exists. workspace: everybody who may ask for numbers, each with the own rights. */
export const visibilities = ["private", "workspace"] as const;
export type Visibility = (typeof visibilities)[number];

export const pinSizes = ["third", "half", "full"] as const;
export type PinSize = (typeof pinSizes)[number];

export const scheduleSubjects = ["artifact", "dashboard"] as const;
export type ScheduleSubject = (typeof scheduleSubjects)[number];

export const frequencies = ["daily", "weekly", "monthly"] as const;
export type Frequency = (typeof frequencies)[number];

export const scheduleStates = ["on", "paused"] as const;
export type ScheduleState = (typeof scheduleStates)[number];

export const sendingStates = ["waiting", "sent", "withheld", "failed"] as const;
export type SendingState = (typeof sendingStates)[number];

/** forbidden: the person may see none of the numbers. left: unsubscribed meanwhile. gone: what it told of is no more. */
export const sendingReasons = ["forbidden", "left", "gone", "not-a-member", "failed"] as const;
export type SendingReason = (typeof sendingReasons)[number];

export const maxSections = 8;
export const maxPins = 24;
export const maxRecipients = 50;
