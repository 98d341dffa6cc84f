import { A2A_VERSION_HEADER, HTTP_EXTENSION_HEADER } from "@a2a-js/sdk";
import { ContentTypeNotSupportedError, RequestMalformedError, VersionNotSupportedError } from "@a2a-js/sdk/errors";
import { JsonRpcTransportHandler, ServerCallContext } from "@a2a-js/sdk/server";
import type { VisitorContext } from "#app/domain/context.ts";
import type { WorkerDeps } from "#app/worker/context.server.ts";
import { protocolVersion } from "./agent-card.ts";
import { recogniseCaller } from "./caller.server.ts";
import { readRpc } from "./read-rpc.ts";
import { noStore, type RpcId, rpcRefusal } from "./rpc-answers.ts";
import { streamed } from "./sse.ts";
import { createTaskHandler } from "./task-handler.server.ts";
import type { Agent } from "./work.ts";

type Asked = { deps: WorkerDeps; visitor: VisitorContext; request: Request; agent: Agent };

/** The whole of the endpoint: who asks, in which version, what, and the answer as one piece or as a stream. */
export async function answerA2a({ deps, visitor, request, agent }: Asked): Promise<Response> {
  if (request.method !== "POST") return rpcRefusal("method");
  const caller = await recogniseCaller(deps, visitor, request);
  if (caller instanceof Response) return caller;
  if (!isJson(request)) return failed(null, new ContentTypeNotSupportedError("Send application/json."));
  const read = await readRpc(request);
  if (read.kind === "refused") return rpcRefusal(read.refusal, read.id);
  const { body } = read;
  const versionFault = versionFaultOf(request);
  if (versionFault !== undefined) return failed(body.id, versionFault);
  if (body.tenant !== "" && body.tenant !== caller.workspace.id)
    return failed(body.id, new RequestMalformedError("tenant is not known here."));
  const transport = new JsonRpcTransportHandler(createTaskHandler({ ...caller, agent, version: deps.config.version, defer: deps.defer }));
  const answer = await transport.handle(body.rpc, callContext(request));
  if (!(Symbol.asyncIterator in answer)) return Response.json(answer, { headers: noStore });
  return streamed(answer, { onFault: (error) => errorBody(body.id, error), defer: deps.defer });
}

function callContext(request: Request): ServerCallContext {
  return new ServerCallContext({ requestedVersion: protocolVersion, requestedExtensions: extensionsOf(request) });
}

/** Of extensions we have none: those that are asked for are not activated, as the protocol wants it. */
function extensionsOf(request: Request): string[] {
  const asked = (request.headers.get(HTTP_EXTENSION_HEADER) ?? "").split(",").map((one) => one.trim());
  return [...new Set(asked.filter((one) => one !== ""))];
}

/** A request that names no version is one of 0.3, which nobody here speaks. Patches of a version are the same version. */
function versionFaultOf(request: Request): Error | undefined {
  const named = request.headers.get(A2A_VERSION_HEADER) ?? new URL(request.url).searchParams.get(A2A_VERSION_HEADER) ?? "";
  const asked = named.trim() === "" ? "0.3" : named.trim();
  if (/^1\.0(\.\d+)?$/.test(asked)) return undefined;
  return new VersionNotSupportedError({
    message: `Version ${asked.slice(0, 40)} is not spoken here. Send ${A2A_VERSION_HEADER}: ${protocolVersion}.`,
    metadata: { supportedVersions: protocolVersion },
  });
}

function isJson(request: Request): boolean {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0] ?? "";
  return ["", "application/json", "application/a2a+json"].includes(type.trim().toLowerCase());
}

function errorBody(id: RpcId, error: unknown) {
  return { jsonrpc: "2.0", id, error: JsonRpcTransportHandler.mapToJSONRPCError(error) };
}

function failed(id: RpcId, error: Error): Response {
  return Response.json(errorBody(id, error), { headers: noStore });
}
