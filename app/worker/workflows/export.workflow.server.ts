import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { failExport, finishExport } from "#app/domain/exports/finish-export.server.ts";
import { type ExportPart, writeExportPart } from "#app/domain/exports/write-export-part.server.ts";
import { contextForMessage, createDeps } from "../context.server.ts";

export type ExportParams = { exportId: string; workspaceId: string };

const retries = { retries: { limit: 5, delay: "2 seconds", backoff: "exponential" } } as const;

/** Writes an export part by part. Each part is a step of its own: a restart goes on after the last one that was written. */
export class ExportWorkflow extends WorkflowEntrypoint<Env, ExportParams> {
  override async run(event: WorkflowEvent<ExportParams>, step: WorkflowStep): Promise<void> {
    const { exportId, workspaceId } = event.payload;
    const ctx = () => contextForMessage(createDeps(this.env, this.ctx), { key: exportId, workspaceId });
    try {
      const parts: { key: string; sizeBytes: number }[] = [];
      let afterId: string | null = null;
      do {
        const input: { exportId: string; part: number; afterId: string | null } = { exportId, part: parts.length, afterId };
        const written: ExportPart | "ended" = await step.do(`part ${input.part}`, retries, () => writeExportPart(ctx(), input));
        if (written === "ended") return;
        parts.push({ key: written.key, sizeBytes: written.sizeBytes });
        afterId = written.lastId;
      } while (afterId !== null);
      await step.do("join", retries, () => finishExport(ctx(), { exportId, parts }));
    } catch (error) {
      await step.do("fail", retries, () => failExport(ctx(), { exportId, problem: String(error) }));
    }
  }
}
