import { z } from "zod";
import { functionDeclaration, part } from "./wire.ts";

/** BidiGenerateContent, what a client may send. Checked on 2026-11-28. */
const content = z.strictObject({ role: z.enum(["user", "model"]).optional(), parts: z.array(part).min(1) });
const nothing = z.strictObject({});
const blob = z.strictObject({ mimeType: z.string(), data: z.base64() });

const liveConfig = z.strictObject({
  responseModalities: z.array(z.enum(["AUDIO", "TEXT"])).optional(),
  maxOutputTokens: z.number().int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  topK: z.number().int().min(1).optional(),
  mediaResolution: z.enum(["MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH"]).optional(),
  speechConfig: z.record(z.string(), z.unknown()).optional(),
});

const setup = z.strictObject({
  model: z.string(),
  generationConfig: liveConfig.optional(),
  systemInstruction: content.optional(),
  tools: z
    .array(
      z.strictObject({
        functionDeclarations: z.array(functionDeclaration.extend({ behavior: z.enum(["BLOCKING", "NON_BLOCKING"]).optional() })),
      }),
    )
    .optional(),
  sessionResumption: z.strictObject({ handle: z.string().optional() }).optional(),
  contextWindowCompression: z
    .strictObject({
      triggerTokens: z.union([z.number(), z.string()]).optional(),
      slidingWindow: z.strictObject({ targetTokens: z.union([z.number(), z.string()]).optional() }).optional(),
    })
    .optional(),
  realtimeInputConfig: z
    .strictObject({
      automaticActivityDetection: z.record(z.string(), z.unknown()).optional(),
      activityHandling: z.enum(["START_OF_ACTIVITY_INTERRUPTS", "NO_INTERRUPTION"]).optional(),
      turnCoverage: z.string().optional(),
    })
    .optional(),
  inputAudioTranscription: nothing.optional(),
  outputAudioTranscription: nothing.optional(),
});
export type LiveSetup = z.infer<typeof setup>;

const clientContent = z.strictObject({ turns: z.array(content).optional(), turnComplete: z.boolean().optional() });

const realtimeInput = z.strictObject({
  text: z.string().optional(),
  audio: blob.optional(),
  video: blob.optional(),
  activityStart: nothing.optional(),
  activityEnd: nothing.optional(),
  audioStreamEnd: z.boolean().optional(),
});
export type RealtimeInput = z.infer<typeof realtimeInput>;

const toolResponse = z.strictObject({
  functionResponses: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        response: z.record(z.string(), z.unknown()),
        scheduling: z.enum(["SILENT", "WHEN_IDLE", "INTERRUPT"]).optional(),
        willContinue: z.boolean().optional(),
      }),
    )
    .min(1),
});
export type ToolResponse = z.infer<typeof toolResponse>;

/** One of them a message. */
export const clientMessage = z.union([
  z.strictObject({ setup }),
  z.strictObject({ clientContent }),
  z.strictObject({ realtimeInput }),
  z.strictObject({ toolResponse }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
