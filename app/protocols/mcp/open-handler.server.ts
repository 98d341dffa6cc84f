import { createMcpHandler, type McpHttpHandler, type McpServerFactory } from "@modelcontextprotocol/server";

/** What assistants send is small; the largest is the text of a listing. */
const mostBytes = 1_000_000;
/** Each holds a connection and hears nothing that one could not ask for: a program that opens more has lost count. */
const mostStreams = 256;

/**
 * Speaks both revisions of the protocol, each without sessions: any instance answers any request. A server is made for each
 * request, so that nothing of one caller is left for the next.
 */
export function openMcpHandler(factory: McpServerFactory): McpHttpHandler {
  return createMcpHandler(factory, { legacy: "stateless", maxRequestBodySize: mostBytes, maxSubscriptions: mostStreams });
}
