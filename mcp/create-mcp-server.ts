/** The MCP server: TOOLS over a way to ask, tied to no transport (Model Context Protocol). */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Ask } from './ask.ts';
import { TOOLS } from './tools.ts';

/**
 * A server that answers with what `ask` gives. What goes wrong is the tool's answer, so that the client can read why.
 *
 * @example
 * await createMcpServer(askServer('http://127.0.0.1:4317/', null)).connect(new StdioServerTransport());
 */
export function createMcpServer(ask: Ask): McpServer {
  const server = new McpServer({ name: 'hearsay', version: '0.1.0' });
  for (const { name, description, input, run } of TOOLS) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { description, inputSchema: { ...input }, annotations }, async (given) => {
      try {
        return { content: [{ type: 'text', text: JSON.stringify(await run(ask, given)) }] };
      } catch (error) {
        return {
          isError: true,
          content: [{ type: 'text', text: error instanceof Error ? error.message : String(error) }],
        };
      }
    });
  }
  return server;
}
