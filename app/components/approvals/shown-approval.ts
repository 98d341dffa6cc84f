import type { Approval } from "#app/domain/approvals/approval-row.ts";

/** An approval as one reader sees it. */
export type ShownApproval = Approval & {
  /** Whether this reader may let it happen. */
  mayApprove: boolean;
  mayRefuse: boolean;
  /** The right it takes, in the reader's words. */
  scopeLabel: string;
};
